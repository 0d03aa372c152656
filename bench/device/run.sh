#!/usr/bin/env bash
# Runs the steps of bench/device on this machine's GPU: run.sh OUT [--software]. It takes nothing but the checkout, the
# archive of fetch.mjs and the system's shell; bench/device/README.md says what lies in OUT then.
set -u

# Seconds, for everything: unpacking and writing the report take a few more.
readonly TOTAL=270

usage() {
  echo "usage: bench/device/run.sh OUT [--software]" >&2
  exit 2
}
[ $# -ge 1 ] && [ $# -le 2 ] && [ "${2:---software}" = --software ] || usage
mkdir -p "$1" && out=$(cd "$1" && pwd) || usage
software=${2:-}
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
archive=bench/device/carry/device.tar.gz
[ -f "$archive" ] || {
  echo "$archive is not there: npm run bench:device makes it" | tee "$out/machine.txt" >&2
  exit 1
}

# A folder from which programs may be started.
work=
for parent in "${TMPDIR:-/tmp}" /tmp "$out" "$PWD"; do
  work=$(mktemp -d "$parent/yuma-device-XXXXXX") || continue
  printf '#!/bin/sh\n' >"$work/start" && chmod +x "$work/start" && "$work/start" && break
  rm -rf "$work"
  work=
done
[ -n "$work" ] || exit 1
trap 'rm -rf "$work"' EXIT
tar -xzf "$archive" -C "$work" || exit 1
export XDG_RUNTIME_DIR=$work
# NVIDIA's cache of compiled shaders is empty at first.
export __GL_SHADER_DISK_CACHE_PATH=$work/cache
mkdir "$work/cache"
system_libraries=${LD_LIBRARY_PATH:-}

# Where NVIDIA's libraries may lie, in the order in which they are looked for.
library_folders() {
  local folder
  /sbin/ldconfig -p 2>/dev/null | sed -n 's|.*x86-64.*=> \(/.*\)/libGLX_nvidia\.so.*|\1|p'
  for folder in /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/lib /usr/local/nvidia/lib64 /usr/local/nvidia/lib /usr/lib/nvidia /usr/lib/wsl/lib; do
    [ -d "$folder" ] && echo "$folder"
  done
}

find_library() {
  local folder file
  while read -r folder; do
    for file in "$folder/$1".so.0 "$folder/$1".so.*; do
      [ -e "$file" ] && echo "$file" && return
    done
  done < <(library_folders)
  return 1
}

show() {
  printf '$ %s\n' "$*"
  timeout -k 1 8 "$@" 2>&1
  echo
}

describe_machine() {
  local library
  show date -u
  show cat "$work/commit"
  show uname -a
  show cat /etc/os-release
  show nproc
  show grep -m 1 "model name" /proc/cpuinfo
  show cat /proc/loadavg
  show free -m
  show nvidia-smi
  show nvidia-smi --query-gpu=name,driver_version,pci.bus_id,pcie.link.gen.current,pcie.link.width.current,clocks.sm,clocks.mem,clocks.max.sm,power.limit,memory.total,mig.mode.current --format=csv
  show cat /proc/driver/nvidia/version
  show ls -l /dev/nvidia* /dev/dri
  show ls -l /etc/vulkan/icd.d /usr/share/vulkan/icd.d
  show sh -c "env | grep -E '^(NVIDIA_|CUDA_|VK_|LD_|DISPLAY)'"
  while read -r library; do
    show find "$library" -maxdepth 1 \( -name "*nvidia*" -o -name "*vulkan*" \)
  done < <(library_folders)
  show ldd --version
  show ldd "$work/node"
  show ldd "$work/node_modules/webgpu/dist/linux-x64/dawn.node"
  show ldd "$work/vulkan/libvulkan.so.1"
  for library in libGLX_nvidia libEGL_nvidia; do
    library=$(find_library "$library") && show ldd "$library"
  done
}
describe_machine >"$out/machine.txt"

# This machine's libraries, or where they are too old for Node or Dawn those of the archive.
node=("$work/node")
loads='process.dlopen({ exports: {} }, process.argv[1])'
dawn=$work/node_modules/webgpu/dist/linux-x64/dawn.node
if ! timeout -k 1 20 "${node[@]}" -e "$loads" "$dawn" >"$out/node.log" 2>&1; then
  node=("$work/system/ld-linux-x86-64.so.2" --library-path "$work/system" "$work/node")
  timeout -k 1 20 "${node[@]}" -e "$loads" "$dawn" >>"$out/node.log" 2>&1
fi
printf 'Node runs as: %s\n' "${node[*]}" >>"$out/node.log"

: >"$out/steps.tsv"

# step NAME SECONDS [LOG]: its result goes into OUT/NAME.json, its words into OUT/LOG; a line says how it ended.
step() {
  local left=$((TOTAL - SECONDS)) begin=$SECONDS code limit=$2 log=${3:-$1.log}
  [ "$left" -lt "$limit" ] && limit=$left
  if [ "$limit" -lt 3 ]; then
    printf '%s\t-\t0\t%s\t%s\n' "$1" "$2" "$log" >>"$out/steps.tsv"
    return 1
  fi
  timeout -k 3 "$limit" "${node[@]}" "$work/device.mjs" "$1" "$out" $software >"$out/$log" 2>&1 </dev/null
  code=$?
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$code" $((SECONDS - begin)) "$limit" "$log" >>"$out/steps.tsv"
  report
  return $code
}

report() {
  timeout -k 3 20 "${node[@]}" "$work/device.mjs" report "$out" >"$out/report.log" 2>&1
}

# Descriptions of the driver for the Vulkan loader.
drivers() {
  local name library
  if [ -n "$software" ]; then
    echo "$work/vulkan/vk_swiftshader_icd.json"
    return
  fi
  [ -n "${VK_ICD_FILENAMES:-}" ] && echo "$VK_ICD_FILENAMES"
  ls /etc/vulkan/icd.d/*nvidia*.json /usr/share/vulkan/icd.d/*nvidia*.json 2>/dev/null
  for name in libGLX_nvidia libEGL_nvidia; do
    library=$(find_library "$name") || continue
    printf '{"file_format_version": "1.0.0", "ICD": {"library_path": "%s", "api_version": "1.3.0"}}\n' "$library" >"$work/vulkan/$name.json"
    echo "$work/vulkan/$name.json"
  done
  ls /etc/vulkan/icd.d/*.json /usr/share/vulkan/icd.d/*.json 2>/dev/null | grep -v nvidia
}

folders=$(library_folders | tr '\n' ':')
export LD_LIBRARY_PATH=$work/vulkan:${system_libraries:+$system_libraries:}$folders
[ -n "$software" ] && LD_LIBRARY_PATH=$work/vulkan
[ "${#node[@]}" -gt 1 ] && node[2]=$work/system:$LD_LIBRARY_PATH

# One driver at a time, and at last what the loader finds by itself.
found=
tried=0
while read -r driver; do
  tried=$((tried + 1))
  if [ "$driver" = itself ]; then unset VK_ICD_FILENAMES; else export VK_ICD_FILENAMES=$driver; fi
  if VK_LOADER_DEBUG=all step adapter 25 "adapter.$tried.log"; then
    found=$driver
    break
  fi
  printf '\nThe driver was described by %s:\n%s\n' "$driver" "$(cat "$driver" 2>&1)" >>"$out/adapter.$tried.log"
done < <(
  drivers
  echo itself
)
printf 'The driver is described by: %s\n' "${found:-none that gives an adapter}" >>"$out/node.log"
[ -n "$found" ] || {
  report
  echo "no driver gives an adapter: $out/device.md" >&2
  exit 1
}

# What compiles to take the time does so without the cache.
__GL_SHADER_DISK_CACHE=0 step answer 60
step telling 45
step vectors 75
step fuzz 60
__GL_SHADER_DISK_CACHE=0 step compile 40
step arithmetic 30
step rest 150
failed=0
while IFS=$'\t' read -r name code seconds _; do
  echo "$name: $([ "$code" = 0 ] && echo "done" || echo "failed ($code)") after $seconds s"
  [ "$name" = adapter ] || [ "$code" = 0 ] || failed=1
done <"$out/steps.tsv"
exit $failed
