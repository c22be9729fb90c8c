#!/bin/bash
# Makes the starter model anew. usage: build.sh DATA CACHE OUTPUT
set -euo pipefail
data=$(realpath "$1"); mkdir -p "$2"; cache=$(realpath "$2"); output=$3
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
( cd "$root" && mvn -q -B -pl app -am compile dependency:build-classpath -Dmdep.outputFile="$cache/classpath" )
classpath="$cache/classes:$(cat "$cache/classpath"):$root/app/target/classes"
mkdir -p "$cache/classes"
javac -d "$cache/classes" -cp "$classpath" "$here"/*.java
# Waiting threads sleep rather than spin, which matters where the machine is shared.
export OMP_WAIT_POLICY=passive
stage() { echo "== $*" >&2; java -Xmx3g -cp "$classpath" "$@"; }
stage ExportSplit "$data/ogtd/train.tsv" "$cache/split.tsv"
/usr/bin/python3 "$here/baseline.py" "$data/ogtd/train.tsv" "$cache/split.tsv" > "$cache/baseline.json"
stage RenderCards "$data" "$cache/cards" 4
stage TrainStarter words "$data" "$cache/cards" "$cache/words"
stage TrainStarter pictures "$data" "$cache/cards" "$cache/pictures" "$cache/words"
stage TrainStarter head "$data" "$cache/cards" "$cache/starter" "$cache/pictures"
stage EvaluateStarter "$data" "$cache/cards" "$cache/starter" "$cache/baseline.json"
mkdir -p "$output" && cp "$cache/starter"/* "$output"/
cat "$cache"/{words,pictures,starter}/train.log.jsonl > "$output/train.log.jsonl"
