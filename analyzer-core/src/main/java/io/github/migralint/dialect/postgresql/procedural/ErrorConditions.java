package io.github.migralint.dialect.postgresql.procedural;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names under which PL/pgSQL knows errors, as its manual lists them in the appendix on error codes. */
final class ErrorConditions {
    private static final Set<String> NEVER_AMONG_OTHERS = Set.of("57014", "P0004");
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("active_sql_transaction", "25001"),
            Map.entry("invalid_transaction_termination", "2D000"),
            Map.entry("feature_not_supported", "0A000"),
            Map.entry("dependent_objects_still_exist", "2BP01"),
            Map.entry("dependent_privilege_descriptors_still_exist", "2B000"),
            Map.entry("invalid_schema_name", "3F000"),
            Map.entry("invalid_catalog_name", "3D000"),
            Map.entry("syntax_error_or_access_rule_violation", "42000"),
            Map.entry("syntax_error", "42601"),
            Map.entry("insufficient_privilege", "42501"),
            Map.entry("cannot_coerce", "42846"),
            Map.entry("grouping_error", "42803"),
            Map.entry("windowing_error", "42P20"),
            Map.entry("invalid_recursion", "42P19"),
            Map.entry("invalid_foreign_key", "42830"),
            Map.entry("invalid_name", "42602"),
            Map.entry("name_too_long", "42622"),
            Map.entry("reserved_name", "42939"),
            Map.entry("datatype_mismatch", "42804"),
            Map.entry("indeterminate_datatype", "42P18"),
            Map.entry("collation_mismatch", "42P21"),
            Map.entry("indeterminate_collation", "42P22"),
            Map.entry("wrong_object_type", "42809"),
            Map.entry("generated_always", "428C9"),
            Map.entry("undefined_column", "42703"),
            Map.entry("undefined_function", "42883"),
            Map.entry("undefined_table", "42P01"),
            Map.entry("undefined_parameter", "42P02"),
            Map.entry("undefined_object", "42704"),
            Map.entry("duplicate_column", "42701"),
            Map.entry("duplicate_cursor", "42P03"),
            Map.entry("duplicate_database", "42P04"),
            Map.entry("duplicate_function", "42723"),
            Map.entry("duplicate_prepared_statement", "42P05"),
            Map.entry("duplicate_schema", "42P06"),
            Map.entry("duplicate_table", "42P07"),
            Map.entry("duplicate_alias", "42712"),
            Map.entry("duplicate_object", "42710"),
            Map.entry("ambiguous_column", "42702"),
            Map.entry("ambiguous_function", "42725"),
            Map.entry("ambiguous_parameter", "42P08"),
            Map.entry("ambiguous_alias", "42P09"),
            Map.entry("invalid_column_reference", "42P10"),
            Map.entry("invalid_column_definition", "42611"),
            Map.entry("invalid_cursor_definition", "42P11"),
            Map.entry("invalid_database_definition", "42P12"),
            Map.entry("invalid_function_definition", "42P13"),
            Map.entry("invalid_prepared_statement_definition", "42P14"),
            Map.entry("invalid_schema_definition", "42P15"),
            Map.entry("invalid_table_definition", "42P16"),
            Map.entry("invalid_object_definition", "42P17"),
            Map.entry("object_in_use", "55006"),
            Map.entry("object_not_in_prerequisite_state", "55000"),
            Map.entry("unsafe_new_enum_value_usage", "55P04"),
            Map.entry("lock_not_available", "55P03"),
            Map.entry("query_canceled", "57014"),
            Map.entry("deadlock_detected", "40P01"),
            Map.entry("serialization_failure", "40001"),
            Map.entry("integrity_constraint_violation", "23000"),
            Map.entry("restrict_violation", "23001"),
            Map.entry("not_null_violation", "23502"),
            Map.entry("foreign_key_violation", "23503"),
            Map.entry("unique_violation", "23505"),
            Map.entry("check_violation", "23514"),
            Map.entry("exclusion_violation", "23P01"),
            Map.entry("data_exception", "22000"),
            Map.entry("division_by_zero", "22012"),
            Map.entry("numeric_value_out_of_range", "22003"),
            Map.entry("string_data_right_truncation", "22001"),
            Map.entry("invalid_text_representation", "22P02"),
            Map.entry("invalid_parameter_value", "22023"),
            Map.entry("case_not_found", "20000"),
            Map.entry("plpgsql_error", "P0000"),
            Map.entry("raise_exception", "P0001"),
            Map.entry("no_data_found", "P0002"),
            Map.entry("too_many_rows", "P0003"),
            Map.entry("assert_failure", "P0004"),
            Map.entry("internal_error", "XX000"));

    private ErrorConditions() {}

    /** The SQLSTATE of a condition; what is not listed is taken as it is. */
    static String stateOf(String condition) {
        return STATES.getOrDefault(condition.toLowerCase(Locale.ROOT), condition);
    }

    /** Whether one of the conditions of a handler catches an error; a condition that ends in 000 is its whole class. */
    static boolean catches(List<String> conditions, String sqlState) {
        return conditions.stream().anyMatch(condition -> catches(condition, sqlState));
    }

    private static boolean catches(String condition, String sqlState) {
        if (condition.equals("others")) {
            return !NEVER_AMONG_OTHERS.contains(sqlState);
        }
        String state = stateOf(condition);
        boolean wholeClass = state.length() == 5 && state.endsWith("000");
        return state.equals(sqlState) || (wholeClass && sqlState.startsWith(state.substring(0, 2)));
    }
}
