# Language level, warnings, sanitizers and the compiler cache, in one place.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Lines and names in stack traces are enough; full debug information triples the size of everything.
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
# A release is optimised as a whole: a fifth less to load at the start. GCC 12 then warns of sizes it cannot know.
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION_RELEASE ON)
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Wl,--gc-sections -Wno-alloc-size-larger-than")

option(SANAD_ASAN "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(SANAD_TSAN "Build with ThreadSanitizer" OFF)
option(SANAD_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(SANAD_PCH "Use a precompiled header" ON)

find_program(SANAD_CCACHE ccache)
if(SANAD_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${SANAD_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${SANAD_CCACHE})
endif()
find_program(SANAD_MOLD mold)
if(SANAD_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

add_library(sanad_flags INTERFACE)
target_compile_options(sanad_flags INTERFACE
    -Wall -Wextra -Wconversion -Wno-sign-conversion $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wnon-virtual-dtor -Werror
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(sanad_flags INTERFACE -Wno-shadow -Wno-implicit-int-float-conversion -Wno-shadow-field-in-constructor -Wno-unused-private-field -Wno-unused-lambda-capture -Wno-defaulted-function-deleted)
endif()
target_compile_definitions(sanad_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SANAD_VERSION="${PROJECT_VERSION}")

if(SANAD_ASAN)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(SANAD_TSAN)
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    add_link_options(-fsanitize=thread)
endif()
if(SANAD_FUZZ)
    add_compile_options(-O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
