# SPDX-License-Identifier: MIT
# Completion for fish: asks the program itself; `meshreport completion fish` prints this file.

function __meshreport_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -l rest $words[2..]
    test -n "$current"; or set current ''

    set -l answer ($program --complete $rest $current 2>/dev/null)
    for line in $answer[2..]
        echo $line
    end
    # behind --output= and the like the rest is a path
    set -l head (string match -r -- '^-[^=]*=' $current)
    set -l path (string replace -r -- '^-[^=]*=' '' $current)
    test -n "$head"; or set head ''
    switch "$answer[1]"
        case 'files*'
            for line in (__fish_complete_path $path)
                echo $head$line
            end
        case 'folders*'
            for line in (__fish_complete_directories $path)
                echo $head$line
            end
    end
end

complete -c meshreport -f -a '(__meshreport_complete)'
