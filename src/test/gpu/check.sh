#!/bin/sh
# Whether the engine "torch" is right and how fast on this machine, as one table; within six minutes.
#
#   src/test/gpu/check.sh          on the first GPU: its driver, JDK 17, Maven, and a python3 with torch 2.7.1
#   src/test/gpu/check.sh small    on the CPU, small shapes, a minute or two; PyTorch as above or from the profile "torch"
#
# Rows "evaluation" are what a training is evaluated with, and a stored run for 100 users or more.
# Memory forecast stands beside what nvidia-smi tells, and is marked where it was too low.
#
# NARA_PYTHON names another python3. With NARA_ML1M=DIR, MovieLens-1M is trained as well. Run from the project's folder.
set -e
mode=${1:-full}
device=gpu0
[ "$mode" = small ] && device=cpu
python=${NARA_PYTHON:-python3}
profile=
library=$("$python" -c 'import os, torch; print(os.path.join(os.path.dirname(torch.__file__), "lib"))' 2>/dev/null || true)
if [ -n "$library" ]; then
    export PYTORCH_LIBRARY_PATH=${PYTORCH_LIBRARY_PATH:-$library}
else
    profile=-Ptorch
fi
[ -d target/test-classes/dev ] && [ -d target/nara/lib ] || mvn -q $profile -DskipTests package
options="--add-modules=jdk.incubator.vector -Xmx8g"
begun=$(date +%s)
printf '%-10s | %-40s | %9s | %s\n' what of batch found
java $options -cp "target/test-classes:target/classes:target/nara/lib/*" dev.nara.djl.TorchCheck "$device" "$mode" 2>target/gpu-check.log || {
    echo "stopped; what Java wrote is in target/gpu-check.log"
    exit 1
}
if [ -n "$library" ]; then
    "$python" src/test/gpu/plain_ncf.py "$device" "$mode" 2>>target/gpu-check.log || {
        echo "stopped; what Python wrote is in target/gpu-check.log"
        exit 1
    }
fi
if command -v nvidia-smi > /dev/null; then
    nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader | while read -r line; do
        printf '%-10s | %-40s | %9s | %s\n' gpu "$line" '' ''
    done
fi
if [ -n "$NARA_ML1M" ]; then
    at=$(date +%s)
    workspace=$(mktemp -d)
    found=$(target/nara/bin/nara train --workspace "$workspace" --data "$NARA_ML1M" --algorithm neumf --preset paper-8 \
        --engine torch --device "$device" --epochs 20 --set batch_size=65536 --set learning_rate=0.01 | grep '^Test part' || true)
    rm -rf "$workspace"
    printf '%-10s | %-40s | %9s | %s\n' ml-1m "20 epochs, $(($(date +%s) - at)) s" 65536 "$found"
fi
printf '%-10s | %-40s | %9s | %s\n' seconds all '' "$(($(date +%s) - begun))"
