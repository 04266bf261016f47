# SPDX-License-Identifier: MIT
# Completion for bash: asks the program itself; `meshreport completion bash` prints this file.

_meshreport() {
	local IFS=$' \t\n' program=${1/#\~/$HOME} word current='' torn='' besides='' line i
	local -a words=() offers=()

	# bash tears words at = and : (COMP_WORDBREAKS); the program wants them whole.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $word == [=:]* && ${#words[@]} -gt 0 ]] || [[ $torn ]]; then
			words[-1]+=$word
		else
			words+=("$word")
		fi
		torn=''
		[[ $word == *[=:] ]] && torn=1
	done
	((${#words[@]} > 0)) || words=('')
	current=${words[-1]}
	# what is quoted is meant without its quotes
	for i in "${!words[@]}"; do
		word=${words[i]}
		case $word in
		\"* | \'*) word=${word:1} word=${word%[\"\']} ;;
		*) word=${word//\\/} ;;
		esac
		words[i]=${word/#\~\//$HOME/}
	done
	# only what stands behind the last tear is put in place of the word
	torn=''
	if [[ $COMP_WORDBREAKS == *=* && $current == *=* ]]; then
		torn=${current%"${current##*=}"}
	fi
	if [[ $COMP_WORDBREAKS == *:* && ${current#"$torn"} == *:* ]]; then
		torn=${current%"${current##*:}"}
	fi
	while IFS= read -r line; do
		if [[ -z $besides ]]; then
			besides=$line
		else
			line=${line%%$'\t'*}
			offers+=("${line#"$torn"}")
		fi
	done < <("$program" --complete "${words[@]}" 2>/dev/null)
	COMPREPLY=("${offers[@]}")
	current=${current#"$torn"}
	case $besides in
	files* | folders*)
		compopt -o filenames 2>/dev/null
		word=-f
		[[ $besides == folders* ]] && word=-d
		while IFS= read -r line; do
			COMPREPLY+=("$line")
		done < <(compgen "$word" -- "$current")
		;;
	esac
	if [[ $besides == *open ]]; then
		compopt -o nospace 2>/dev/null
	fi
}

complete -F _meshreport meshreport
