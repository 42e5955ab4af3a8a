package io.github.migralint.dialect.mysql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words that name nothing without quotes. */
final class Keywords {
    /** Reserved by every version of either server. */
    private static final Set<String> COMMON = words("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by
            call cascade case change char character check collate column condition constraint continue convert
            create cross current_date current_time current_timestamp current_user cursor database databases
            day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete desc
            describe deterministic distinct distinctrow div double drop dual each else elseif enclosed escaped
            exists exit explain false fetch float float4 float8 for force foreign from fulltext grant group
            having high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout
            insensitive insert int int1 int2 int3 int4 int8 integer interval into is iterate join key keys kill
            leading leave left like limit linear lines load localtime localtimestamp lock long longblob
            longtext loop low_priority match maxvalue mediumblob mediumint mediumtext middleint
            minute_microsecond minute_second mod modifies natural not no_write_to_binlog null numeric on
            optimize optionally or order out outer outfile partition precision primary procedure purge range
            read reads read_write real references regexp release rename repeat replace require resignal
            restrict return revoke right rlike schema schemas second_microsecond select sensitive separator set
            show signal smallint spatial specific sql sqlexception sqlstate sqlwarning sql_big_result
            sql_calc_found_rows sql_small_result ssl starting straight_join table terminated then tinyblob
            tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage use using
            utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying when where while with
            write xor year_month zerofill
            """);

    /** Reserved by some version of MySQL besides. */
    private static final Set<String> MYSQL = words("""
            cube cume_dist dense_rank empty except first_value function generated get grouping groups intersect
            io_after_gtids io_before_gtids json_table lag last_value lateral lead library manual master_bind
            master_ssl_verify_server_cert nth_value ntile of optimizer_costs option over parallel percent_rank
            qualify rank recursive row row_number rows stored system tablesample virtual window
            """);

    /** Reserved by some version of MariaDB besides. */
    private static final Set<String> MARIADB = words("""
            current_role delete_domain_id do_domain_ids except general ignore_domain_ids ignore_server_ids
            intersect master_heartbeat_period master_ssl_verify_server_cert offset over page_checksum
            parse_vcol_expr recursive ref_system_id returning row_number rows slow stats_auto_recalc
            stats_persistent stats_sample_pages
            """);

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(Arrays.asList(text.strip().split("\\s+", -1))));
    }

    /** Whether a word names nothing without quotes, in some version of a flavour. */
    static boolean isReserved(String word, Flavor flavor) {
        String folded = word.toLowerCase(Locale.ROOT);
        return COMMON.contains(folded) || (flavor == Flavor.MYSQL ? MYSQL : MARIADB).contains(folded);
    }

    /** Whether a folded word names nothing without quotes in any version of either flavour: those that reading goes by. */
    static boolean isReserved(String word) {
        return COMMON.contains(word);
    }

    /** The words that are reserved everywhere. */
    static Set<String> reserved() {
        return COMMON;
    }
}
