#!/bin/bash
# Construit le cours : à double-cliquer dans le Finder, ou à lancer dans un terminal avec les options de build.py.
# Écrit pour bash 3.2, celui de macOS.

main() {
    cd -P "$(dirname "${BASH_SOURCE[0]}")" || exit 1
    # Le compilateur parle la langue de cette fenêtre; son installateur ne touche pas aux réglages du terminal.
    export LANGUAGE="${LANGUAGE:-fr}" UV_NO_MODIFY_PATH=1
    [ -f build.py ] || give_up 1 \
        "build.py n’est pas à côté de ce fichier." \
        "Remettre construire.command dans le dossier du cours; si ce dossier est un .zip, l’ouvrir d’abord."
    find_uv || install_uv || give_up 1 \
        "uv, le programme qui prépare le compilateur, n’a pas pu être installé." \
        "Vérifier la connexion à Internet et recommencer, ou l’installer à la main : https://docs.astral.sh/uv/"
    prepare || give_up 1 \
        "Le compilateur n’a pas pu être préparé." \
        "La première fois, il faut une connexion à Internet : la vérifier, puis recommencer."
    "$uv" run ${offline:+"$offline"} --no-dev build.py "$@"
    explain $?
    [ $# -gt 0 ] || show_result
}

# Le Finder ne donne pas le PATH du terminal : on regarde aussi là où uv s’installe d’habitude.
find_uv() {
    local place
    uv="$(command -v uv)" && return 0
    for place in "$HOME/.local/bin/uv" "$HOME/.cargo/bin/uv" /opt/homebrew/bin/uv /usr/local/bin/uv /opt/local/bin/uv \
        "$HOME/Library/Python"/*/bin/uv; do
        if [ -x "$place" ]; then
            uv="$place"
            return 0
        fi
    done
    return 1
}

install_uv() {
    echo "uv, le programme qui prépare le compilateur, manque : il s’installe dans votre dossier personnel…"
    if command -v curl > /dev/null; then
        curl -LsSf https://astral.sh/uv/install.sh | sh
        find_uv && return 0
    fi
    if has_python; then
        python3 -m pip install --quiet --user uv
        find_uv && return 0
    fi
    return 1
}

# Sans les outils d’Apple, leur python3 n’est qu’une fenêtre qui propose de les installer.
has_python() {
    [ "$(command -v python3)" ] || return 1
    [ "$(command -v python3)" != /usr/bin/python3 ] || [ "$(uname)" != Darwin ] || xcode-select -p > /dev/null 2>&1
}

# Met en place Python et les bibliothèques; sans réseau, ceux de la dernière fois suffisent.
prepare() {
    local said
    offline=""
    [ -d .venv ] || echo "Première fois : la préparation du compilateur peut prendre quelques minutes…"
    said="$("$uv" run --no-dev python -c "" 2>&1)" && return 0
    offline="--offline"
    if "$uv" run --offline --no-dev python -c "" > /dev/null 2>&1; then
        echo "Sans Internet : le compilateur de la dernière fois est repris."
        return 0
    fi
    printf '%s\n' "$said" >&2
    return 1
}

explain() {
    case "$1" in
        0) ;;
        1) give_up 1 "Le cours n’a pas été construit en entier." \
            "Chaque message ci-dessus dit le fichier, la ligne et quoi faire : corriger, enregistrer, recommencer." ;;
        2) give_up 2 "Une option n’a pas été comprise." "Lire le message ci-dessus." ;;
        130) give_up 130 "La construction a été interrompue." "Recommencer : les fichiers d’avant sont toujours là." ;;
        *) give_up "$1" "Le compilateur s’est arrêté : ce n’est pas la faute du cours." \
            "Envoyer le texte de cette fenêtre à la personne qui s’occupe du compilateur." ;;
    esac
}

show_result() {
    local result=dist
    [ ! -f dist/base/trainer/index.html ] || result=dist/base/trainer/index.html
    open "$result" 2> /dev/null || xdg-open "$result" 2> /dev/null || echo "Les fichiers sont dans le dossier $PWD/dist."
}

# Dit ce qui ne va pas et quoi faire, et laisse la fenêtre ouverte.
give_up() {
    local code="$1"
    shift
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    printf '\nAppuyer sur Entrée pour fermer. ' >&2
    read -r || true
    exit "$code"
}

main "$@"
