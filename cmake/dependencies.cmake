# The libraries: taken from the machine, fetched (and checked against a hash) only where they are absent.
include(FetchContent)

# fetch(name url sha256 targets...): downloads and builds a library; its headers count as system headers.
function(fetch name url sha256)
  message(STATUS "${name} is not installed: fetching ${url}")
  if(POLICY CMP0135)
    cmake_policy(SET CMP0135 NEW)  # files carry the time of unpacking, so that a new version is rebuilt
  endif()
  FetchContent_Declare(${name} URL ${url} URL_HASH SHA256=${sha256})
  FetchContent_MakeAvailable(${name})
  foreach(target IN LISTS ARGN)
    get_target_property(headers ${target} INTERFACE_INCLUDE_DIRECTORIES)
    set_target_properties(${target} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${headers}")
  endforeach()
endfunction()

# --- yaml-cpp: the target is yaml-cpp in 0.7, yaml-cpp::yaml-cpp since 0.8 -------------------------------------------
if(CAIRN_STATIC)
  find_path(YAML_CPP_HEADERS yaml-cpp/yaml.h REQUIRED)
  add_library(yaml-cpp STATIC IMPORTED)
  set_target_properties(yaml-cpp PROPERTIES IMPORTED_LOCATION ${YAML_CPP_ARCHIVE}
                        INTERFACE_INCLUDE_DIRECTORIES ${YAML_CPP_HEADERS})
else()
  find_package(yaml-cpp 0.7 QUIET)
  if(NOT yaml-cpp_FOUND)
    set(YAML_CPP_BUILD_TOOLS OFF)
    set(YAML_CPP_BUILD_CONTRIB OFF)
    set(YAML_CPP_BUILD_TESTS OFF)
    fetch(yaml-cpp https://github.com/jbeder/yaml-cpp/archive/refs/tags/0.8.0.tar.gz
          fbe74bbdcee21d656715688706da3c8becfd946d92cd44705cc6098bb23b3a16 yaml-cpp)
  elseif(NOT TARGET yaml-cpp)
    add_library(yaml-cpp INTERFACE IMPORTED)
    target_link_libraries(yaml-cpp INTERFACE yaml-cpp::yaml-cpp)
  endif()
endif()

# --- libyaml: what PyYAML and the AWS CLI read with, for templates; where it is absent, nothing builds ----------------
find_path(LIBYAML_HEADERS yaml.h REQUIRED)
if(CAIRN_STATIC)
  find_library(LIBYAML_LIBRARY NAMES libyaml.a REQUIRED)
else()
  find_library(LIBYAML_LIBRARY NAMES yaml REQUIRED)
endif()
add_library(libyaml UNKNOWN IMPORTED)
set_target_properties(libyaml PROPERTIES IMPORTED_LOCATION ${LIBYAML_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES ${LIBYAML_HEADERS})

# --- fmt: Debian has no libfmt.a for the static program ---------------------------------------------------------------
find_path(FMT_HEADERS fmt/format-inl.h)
if(CAIRN_STATIC AND FMT_HEADERS)
  file(STRINGS ${FMT_HEADERS}/fmt/core.h fmt_9 REGEX "define FMT_VERSION 9")
  if(fmt_9)
    add_library(fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cpp)
  else()
    add_library(fmt INTERFACE)
    target_compile_definitions(fmt INTERFACE FMT_HEADER_ONLY=1)
  endif()
  target_include_directories(fmt SYSTEM INTERFACE ${FMT_HEADERS})
  add_library(fmt::fmt ALIAS fmt)
else()
  find_package(fmt 9 QUIET)
  if(NOT fmt_FOUND)
    fetch(fmt https://github.com/fmtlib/fmt/archive/refs/tags/10.2.1.tar.gz
          1250e4cc58bf06ee631567523f48848dc4596133e163f02615c97f78bab6c811 fmt)
  endif()
endif()

# --- CLI11 ------------------------------------------------------------------------------------------------------------
find_package(CLI11 2.1.2 QUIET)
if(NOT CLI11_FOUND)
  set(CLI11_PRECOMPILED OFF)
  fetch(CLI11 https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.4.2.tar.gz
        f2d893a65c3b1324c50d4e682c0cdc021dd0477ae2c048544f39eed6654b699a CLI11)
endif()

# --- liblzma: where it is absent, nothing builds ---------------------------------------------------------------------
if(CAIRN_STATIC)
  find_library(LIBLZMA_LIBRARY NAMES liblzma.a)
endif()
find_package(LibLZMA REQUIRED)

# --- PCRE2, by which nginx reads regular expressions: where it is absent, nothing builds -----------------------------
find_path(PCRE2_HEADERS pcre2.h)
if(CAIRN_STATIC)
  find_library(PCRE2_LIBRARY NAMES libpcre2-8.a)
else()
  find_library(PCRE2_LIBRARY NAMES pcre2-8)
endif()
if(NOT PCRE2_HEADERS OR NOT PCRE2_LIBRARY)
  message(FATAL_ERROR "PCRE2 is not installed: tools/install-dependencies installs it (libpcre2-dev)")
endif()
add_library(pcre2 INTERFACE)
target_include_directories(pcre2 SYSTEM INTERFACE ${PCRE2_HEADERS})
target_link_libraries(pcre2 INTERFACE ${PCRE2_LIBRARY})

# --- Catch2: `tests` has the main of 2.x, 3.x brings its own; catch2 is what tests link -------------------------------
if(BUILD_TESTING)
  find_package(Catch2 QUIET)
  if(NOT Catch2_FOUND)
    fetch(Catch2 https://github.com/catchorg/Catch2/archive/refs/tags/v3.6.0.tar.gz
          485932259a75c7c6b72d4b874242c489ea5155d17efa345eb8cc72159f49f356 Catch2 Catch2WithMain)
    list(APPEND CMAKE_MODULE_PATH ${catch2_SOURCE_DIR}/extras)
  endif()
  add_library(catch2 INTERFACE)
  target_link_libraries(catch2 INTERFACE $<IF:$<TARGET_EXISTS:Catch2::Catch2WithMain>,Catch2::Catch2WithMain,Catch2::Catch2>)
endif()
