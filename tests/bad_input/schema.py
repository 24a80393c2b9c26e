"""usage: schema.py CAIRN TESTS

Holds the JSON Schema against the reader: it is a valid schema, takes every config that the reader takes, and refuses
what the reader refuses, but for what a schema cannot know.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

# What takes more than one value to see, a table, or the text as it was written.
BEYOND_A_SCHEMA = {
    "application_extension_not_packaged", "application_file_missing", "application_files_where_php_may_write",
    "application_inline_with_mistakes", "application_local_where_root_writes", "application_log_where_php_may_write",
    "application_shared_within_shared", "application_misspelt", "application_own_preset_with_mistakes",
    "application_parts_values", "application_secret_arguments", "application_secret_texts", "application_hidden_characters", "application_similar_names",
    "application_ini_values", "application_raw_secrets", "application_wrong_settings",
    "application_php_not_packaged", "application_php_of_another_system", "application_placeholders", "application_settings_unknown",
    "application_too_large", "application_two_presets", "application_unknown", "application_version_without_sum",
    "application_without_source", "application_without_sum",
    "certificate_in_another_region", "desired_out_of_range", "domain_outside_its_zone",
    "domain_too_long_for_a_certificate", "ipv6_without_dual_stack", "min_above_max", "min_above_the_default_of_max",
    "no_room_to_grow", "no_way_to_packages", "no_way_to_the_archive", "number_with_leading_zero", "range_with_host_bits",
    "region_unknown", "spot_type_of_another_architecture", "ssh_from_private_addresses", "subnet_outside_the_vpc",
    "subnet_overlaps_a_computed_one", "subnets_fewer_than_zones", "subnets_overlap", "version_not_supported", "version_past_support",
    "x86_type_with_arm64_image", "yaml_duplicate_field", "yaml_merge_key", "yaml_utf_16",
}

cairn, tests = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads(subprocess.run([cairn, "schema"], check=True, capture_output=True).stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failures = []

good = [*tests.glob("golden/*/config.yaml"), *tests.glob("../config/*.yaml")]
for path in good:
    for error in validator.iter_errors(yaml.safe_load(path.read_bytes())):
        failures.append(f"{path}: refused: {error.json_path}: {error.message}")

refused = 0
for path in sorted(tests.glob("bad_input/*.yaml")):
    try:
        config = yaml.safe_load(path.read_bytes())
    except yaml.YAMLError:
        continue  # and so it never gets to a schema
    taken = validator.is_valid(config)
    refused += not taken
    if taken != (path.stem in BEYOND_A_SCHEMA):
        failures.append(f"{path}: {'taken' if taken else 'refused, though listed as beyond a schema'}")

if len(good) < 10 or refused < 40:
    failures.append(f"only {len(good)} good and {refused} refused configs were found")
print("\n".join(failures) or f"{len(good)} configs taken, {refused} refused, by the schema as by the reader")
sys.exit(bool(failures))
