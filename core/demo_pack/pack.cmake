# The demonstration pack: checked, signed and embedded at build time.
add_executable(sanad-pack-tool ${PROJECT_SOURCE_DIR}/app/pack_tool/main.cpp)
target_link_libraries(sanad-pack-tool PRIVATE sanad::catalogue sanad::ui_text sanad_flags)

set(demo_pack ${CMAKE_CURRENT_BINARY_DIR}/demo.sanadpack)
file(GLOB pack_source CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/resources/pack/*.json ${PROJECT_SOURCE_DIR}/resources/pack/forms/*.json)
add_custom_command(OUTPUT ${demo_pack}
    COMMAND sanad-pack-tool ${PROJECT_SOURCE_DIR}/resources/pack ${demo_pack}
    DEPENDS sanad-pack-tool ${pack_source}
    COMMENT "Signing the demonstration pack"
    VERBATIM)
qt_add_resources(sanad_demo_pack demo_pack_file PREFIX /packs BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${demo_pack})
