# How to compile and link, for this project and for what it fetches.
find_program(CCACHE ccache)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

if(CAIRN_SANITIZE)
  add_compile_options(-fsanitize=${CAIRN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CAIRN_SANITIZE})
endif()

if(CAIRN_STATIC)
  find_library(YAML_CPP_ARCHIVE libyaml-cpp.a)
  if(NOT YAML_CPP_ARCHIVE)
    message(WARNING "There is no libyaml-cpp.a here: the program will need shared libraries.")
    set(CAIRN_STATIC OFF)
  endif()
endif()
if(CAIRN_STATIC)
  # A fixed address: there is nothing to relocate when the program starts.
  add_compile_options(-fno-pie -ffunction-sections -fdata-sections)
  add_link_options(-static -no-pie -Wl,--gc-sections)
endif()
