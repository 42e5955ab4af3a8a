package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.Comment;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.PartitionOf;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.source.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what is known of a statement in the words of the oracle, so that both can be compared. */
final class OracleDetails {
    /** What looks like a function but has a node of its own in PostgreSQL's tree. */
    private static final Set<String> OWN_NODES = Set.of(
            "coalesce",
            "greatest",
            "grouping",
            "json",
            "json_array",
            "json_arrayagg",
            "json_exists",
            "json_object",
            "json_objectagg",
            "json_query",
            "json_scalar",
            "json_serialize",
            "json_value",
            "least",
            "merge_action",
            "nullif",
            "xmlconcat",
            "xmlelement",
            "xmlforest",
            "xmlparse",
            "xmlpi",
            "xmlroot",
            "xmlserialize");

    private static final List<String> LOCK_MODES = List.of(
            "",
            "ACCESS SHARE",
            "ROW SHARE",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE",
            "SHARE ROW EXCLUSIVE",
            "EXCLUSIVE",
            "ACCESS EXCLUSIVE");

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final String firstWord;

    private OracleDetails(String firstWord) {
        this.firstWord = firstWord;
    }

    /** The details of a statement that begins with a word. */
    static Map<String, Object> of(Statement statement, String firstWord) {
        var details = new OracleDetails(firstWord.toUpperCase(Locale.ROOT));
        details.relations(statement);
        return details.facts;
    }

    private void put(String name, Object value) {
        facts.put(name, value);
    }

    private void put(String name, boolean holds) {
        if (holds) {
            facts.put(name, true);
        }
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(v -> facts.put(name, v.toString()));
    }

    private void put(String name, Identifier value) {
        facts.put(name, value.value());
    }

    private void put(String name, QualifiedName value) {
        facts.put(name, value.toString());
    }

    private void relations(Statement statement) {
        switch (statement) {
            case CreateTable s -> table(s);
            case AlterTable s -> {
                put("r", s.name());
                put("t", objectTag(s.kind()));
                put("ie", s.ifExists());
                put("c", OracleActions.of(s));
            }
            case CreateIndex s -> {
                put("n", s.name());
                put("r", s.table());
                put("u", s.unique());
                put("conc", s.concurrently());
                put("ine", s.ifNotExists());
                if (!s.method().equals("btree")) {
                    put("am", s.method());
                }
                put("w", s.where().isPresent());
                put("only", s.only());
            }
            case Rename s -> rename(s);
            case DropObject s -> drop(s);
            case CreateTableAs s -> {
                put("n", s.name());
                put("k", s.materializedView() ? "OBJECT_MATVIEW" : "OBJECT_TABLE");
                put("ine", s.ifNotExists());
            }
            case CreateView s -> {
                put("n", s.name());
                put("replace", s.replace());
            }
            case RefreshMaterializedView s -> {
                put("r", s.name());
                put("conc", s.concurrently());
            }
            case CreateSequence s -> put("n", s.name());
            case AlterSequence s -> {
                put("n", s.name());
                put("ie", s.ifExists());
            }
            default -> objects(statement);
        }
    }

    private void table(CreateTable s) {
        if (s.foreignServer().isPresent()) {
            return;
        }
        put("r", s.name());
        put("ine", s.ifNotExists());
        if (s.persistence() != Persistence.PERMANENT) {
            put("pers", s.persistence() == Persistence.TEMPORARY ? "t" : "u");
        }
        if (!s.elements().isEmpty()) {
            put("n", (long) s.elements().size());
        }
        put("part", s.partitionKey().isPresent());
        put("of", s.partitionOf().map(PartitionOf::parent));
    }

    private void rename(Rename s) {
        put("k", objectTag(s.kind()));
        if (s.kind() == ObjectKind.COLUMN) {
            put("rt", objectTag(s.ownerKind()));
        }
        if (s.object().on().isPresent()) {
            put("r", s.object().on());
            put("s", s.object().name());
        } else if (s.kind() == ObjectKind.SCHEMA
                || s.kind() == ObjectKind.DATABASE
                || s.kind() == ObjectKind.ROLE
                || s.kind() == ObjectKind.TABLESPACE) {
            put("s", s.object().name());
        } else {
            put("r", s.object().name());
            put("s", s.member());
        }
        put("to", s.newName());
        put("ie", s.ifExists());
    }

    private void drop(DropObject s) {
        if (!StatementKinds.kindOf(s).equals("DropStmt")) {
            return;
        }
        put("k", objectTag(s.kind()));
        put("n", s.objects().stream().map(object -> (Object) name(object)).toList());
        put("conc", s.concurrently());
        put("ie", s.ifExists());
        put("cascade", s.cascade());
    }

    private static String name(ObjectReference object) {
        return object.on().map(on -> on + ".").orElse("") + object.name();
    }

    private void objects(Statement statement) {
        switch (statement) {
            case CreateEnum s -> {
                put("n", s.name());
                put("v", (long) s.labels().size());
            }
            case AlterEnum s -> {
                put("n", s.name());
                put("old", s.oldLabel());
                put("val", s.label());
                put("ine", s.ifNotExists());
            }
            case CreateFunction s -> {
                put("n", s.name());
                put("replace", s.replace());
                put("proc", s.procedure());
            }
            case CreateTrigger s -> {
                put("n", s.name());
                put("r", s.table());
                put("replace", s.replace());
            }
            case CreateSchema s -> {
                put("n", s.name().filter(name -> !s.owner().equals(s.name())));
                put("ine", s.ifNotExists());
            }
            case CreateExtension s -> {
                put("n", s.name());
                put("ine", s.ifNotExists());
            }
            case CreateDomain s -> put("n", s.name());
            case CreateCompositeType s -> put("n", s.name());
            case CreateType s -> {
                if (!s.range()) {
                    put("k", "OBJECT_TYPE");
                    put("n", s.name());
                }
            }
            case CreatePolicy s -> {
                put("n", s.name());
                put("r", s.table());
            }
            case AlterPolicy s -> {
                put("n", s.name());
                put("r", s.table());
            }
            case CreateRule s -> {
                put("n", s.name());
                put("r", s.table());
            }
            case SetSchema s -> {
                put("k", objectTag(s.kind()));
                put("r", s.object().name());
                put("to", s.newSchema());
            }
            case ChangeOwner s -> {
                put("k", objectTag(s.kind()));
                if (s.kind() != ObjectKind.LARGE_OBJECT) {
                    put("r", s.object().name());
                }
            }
            case OtherStatement s -> {
                if (s.kind().equals("DefineStmt")) {
                    put("k", objectTag(s.objectKind().orElseThrow()));
                    put("n", s.objects().get(0).name());
                }
            }
            default -> commands(statement);
        }
    }

    private void commands(Statement statement) {
        switch (statement) {
            case Insert s -> put("r", s.table());
            case Update s -> {
                put("r", s.table());
                put("w", s.where().isPresent());
            }
            case Delete s -> {
                put("r", s.table());
                put("w", s.where().isPresent());
            }
            case Merge s -> put("r", s.table());
            case Copy s -> put("r", s.table());
            case Truncate s -> {
                put(
                        "r",
                        s.tables().stream()
                                .map(table -> (Object) table.toString())
                                .toList());
                put("cascade", s.cascade());
            }
            case LockTable s -> {
                put(
                        "r",
                        s.tables().stream()
                                .map(table -> (Object) table.toString())
                                .toList());
                put("mode", (long) LOCK_MODES.indexOf(s.mode()));
            }
            case Comment s -> {
                put("k", objectTag(s.kind()));
                if (s.kind() != ObjectKind.LARGE_OBJECT) {
                    put("n", name(s.object()));
                }
            }
            case TransactionControl s -> put("k", transaction(s));
            case SetVariable s -> variable(s);
            case Grant s -> {
                if (s.kind().isPresent()) {
                    put("k", objectTag(s.kind().get()));
                    put("revoke", s.revoke());
                }
            }
            case Reindex s -> {
                put("k", "REINDEX_OBJECT_" + s.target());
                put("r", s.name());
            }
            case Select s ->
                s.calls().stream()
                        .filter(call -> isFirstItem(s, call))
                        .filter(call -> !OWN_NODES.contains(call.function().toString()))
                        .forEach(call -> put("f", call.function()));
            default -> {}
        }
    }

    private static boolean isFirstItem(Select select, FunctionCall call) {
        List<Token> tokens = select.query().tokens();
        int first = tokens.get(1).isWord("all") || tokens.get(1).isWord("distinct") ? 2 : 1;
        return call.span().start() == tokens.get(first).start();
    }

    private String transaction(TransactionControl s) {
        return "TRANS_STMT_"
                + switch (s.action()) {
                    case BEGIN -> firstWord.equals("START") ? "START" : "BEGIN";
                    default -> s.action().name();
                };
    }

    private void variable(SetVariable s) {
        put("local", s.scope() == SetVariable.Scope.LOCAL);
        if (s.reset() && firstWord.equals("RESET")) {
            put("k", s.name().equals("all") ? "VAR_RESET_ALL" : "VAR_RESET");
        } else if (s.scope() == SetVariable.Scope.TRANSACTION) {
            put("k", "VAR_SET_MULTI");
        } else if (s.reset()) {
            put("k", "VAR_SET_DEFAULT");
        } else {
            put("k", s.value().isPresent() ? "VAR_SET_VALUE" : "VAR_SET_CURRENT");
        }
        if (!s.name().equals("all") && s.scope() != SetVariable.Scope.TRANSACTION) {
            put("n", s.name());
        }
    }

    private static String objectTag(ObjectKind kind) {
        return "OBJECT_"
                + switch (kind) {
                    case MATERIALIZED_VIEW -> "MATVIEW";
                    case FOREIGN_DATA_WRAPPER -> "FDW";
                    case SERVER -> "FOREIGN_SERVER";
                    case LARGE_OBJECT -> "LARGEOBJECT";
                    case OPERATOR_CLASS -> "OPCLASS";
                    case OPERATOR_FAMILY -> "OPFAMILY";
                    case CONSTRAINT -> "TABCONSTRAINT";
                    case DOMAIN_CONSTRAINT -> "DOMCONSTRAINT";
                    case STATISTICS -> "STATISTIC_EXT";
                    case PARAMETER -> "PARAMETER_ACL";
                    case TEXT_SEARCH_CONFIGURATION -> "TSCONFIGURATION";
                    case TEXT_SEARCH_DICTIONARY -> "TSDICTIONARY";
                    case TEXT_SEARCH_PARSER -> "TSPARSER";
                    case TEXT_SEARCH_TEMPLATE -> "TSTEMPLATE";
                    default -> kind.name();
                };
    }
}
