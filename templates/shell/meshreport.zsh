#compdef meshreport
# SPDX-License-Identifier: MIT
# Completion for zsh: asks the program itself; `meshreport completion zsh` prints this file.

_meshreport() {
	local program=${~${(Q)words[1]}} line value about besides
	local -a answer closed open closed_shown open_shown
	integer found=1

	answer=("${(@f)$("$program" --complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
	besides=$answer[1]
	for line in "${(@)answer[2,-1]}"; do
		value=${line%%$'\t'*}
		about=${line#*$'\t'}
		line=$value
		[[ -n $about ]] && line="$value  -- $about"
		# what ends so wants to be typed on
		if [[ $value == *= ]]; then
			open+=("$value") open_shown+=("$line")
		else
			closed+=("$value") closed_shown+=("$line")
		fi
	done
	(( $#closed )) && compadd -l -V meshreport -d closed_shown -a closed && found=0
	(( $#open )) && compadd -l -V meshreport -S '' -d open_shown -a open && found=0
	if [[ $besides == files* || $besides == folders* ]]; then
		# behind --output= and the like the rest is a path
		[[ $PREFIX == -*=* || ( $PREFIX == *=* && ! -e $PREFIX ) ]] && compset -P '*='
		if [[ $besides == folders* ]]; then
			_files -/ && found=0
		else
			_files && found=0
		fi
	fi
	return found
}

# Found in a folder of fpath this file is the body of the function; sourced, it registers it.
if [[ $funcstack[1] == _meshreport ]]; then
	_meshreport "$@"
else
	compdef _meshreport meshreport
fi
