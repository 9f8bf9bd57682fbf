# Sourced by the commands here: finds what they need on this machine, or says in one line what to install.
# shellcheck shell=bash

WORTEL="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
JAVA_MINIMUM=25

stop_met() {
    echo "$1" >&2
    exit "${2:-1}"
}

# The version a JDK's own release file tells: quicker than asking java.
jdk_versie() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

# Prints the home of a JDK that is new enough; JAVA_HOME first, then java on the path, then the usual places.
vind_jdk() {
    local kandidaat versie op_pad
    op_pad="$(readlink -f "$(command -v java || true)" 2>/dev/null || true)"
    for kandidaat in "${JAVA_HOME:-}" "${op_pad%/bin/java}" /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/*; do
        [ -x "$kandidaat/bin/javac" ] || continue
        versie="$(jdk_versie "$kandidaat")"
        if [ "${versie:-0}" -ge "$JAVA_MINIMUM" ]; then
            echo "$kandidaat"
            return
        fi
    done
    stop_met "Er is geen JDK $JAVA_MINIMUM of nieuwer. Op Debian: apt-get install openjdk-25-jdk-headless, of pak Temurin 25 (adoptium.net) uit in /usr/lib/jvm."
}

vind_bouwgereedschap() {
    command -v mvn >/dev/null || stop_met "Maven ontbreekt. Op Debian: apt-get install maven"
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        stop_met "Node.js met npm ontbreekt. Op Debian: apt-get install nodejs npm"
    fi
    # Maven itself runs on any JDK from 17; only where there is none it gets ours. The toolchain finds 25 for the code.
    if ! command -v java >/dev/null && [ ! -x "${JAVA_HOME:-}/bin/java" ]; then
        JAVA_HOME="$(vind_jdk)"
        export JAVA_HOME
    fi
}

controleer_schrijfrecht() {
    local map
    for map in "$WORTEL/target" "$WORTEL"; do
        if [ -e "$map" ]; then
            [ -w "$map" ] || stop_met "In $map mag u ($(id -un)) niet schrijven, en daar wordt gebouwd. Neem een kloon van uzelf of geef er recht op."
            return
        fi
    done
}
