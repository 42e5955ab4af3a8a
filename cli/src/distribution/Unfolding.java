import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes out in the jars what Java would otherwise write at each start: the choice that a {@code switch} over types
 * makes, and the {@code equals} and {@code hashCode} of records. Java generates a class for each of these when it meets
 * it for the first time, and no archive of classes can keep it.
 */
final class Unfolding {
    private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";

    private final ClassFile classFile;

    private Unfolding(ClassHierarchyResolver hierarchy) {
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    /** Rewrites those of the jars, in place; all of the libraries are needed to know which class extends which. */
    static void unfold(List<Path> jars, List<Path> libraries) throws IOException {
        List<URL> addresses = new ArrayList<>();
        for (Path library : libraries) {
            addresses.add(library.toUri().toURL());
        }
        try (var loader = new URLClassLoader(addresses.toArray(URL[]::new), null)) {
            var hierarchy = ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached();
            var unfolding = new Unfolding(hierarchy);
            for (Path jar : jars) {
                unfolding.rewrite(jar);
            }
        }
    }

    /** Entries keep their order and their times, so that the same jar gives the same bytes. */
    private void rewrite(Path jar) throws IOException {
        Path rewritten = Files.createTempFile(jar.getParent(), "unfolded", ".jar");
        try (var in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(rewritten);
                var out = new ZipOutputStream(file)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? unfolded(content) : content);
                out.closeEntry();
            }
        }
        Files.setPosixFilePermissions(rewritten, Files.getPosixFilePermissions(jar));
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] unfolded(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        boolean concerned = model.methods().stream().anyMatch(Unfolding::concerns);
        return concerned ? new OneClass(model).rewritten() : bytes;
    }

    private static boolean concerns(MethodModel method) {
        return method.code().stream().flatMap(CodeModel::elementStream).anyMatch(Unfolding::concerns);
    }

    private static boolean concerns(CodeElement element) {
        return isSwitch(element) || isRecordMethod(element);
    }

    /** Switches over types only: those with constants among their cases are left as they are. */
    private static boolean isSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && isFrom(call, SWITCHES)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    private static boolean isRecordMethod(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && isFrom(call, RECORDS)
                && Set.of("equals", "hashCode").contains(call.name().stringValue());
    }

    private static boolean isFrom(InvokeDynamicInstruction call, String owner) {
        return call.bootstrapMethod().owner().descriptorString().equals(owner);
    }

    /** One class on its way; counts the methods that it gets. */
    private final class OneClass {
        private final ClassModel model;
        private final ClassDesc self;
        private int added;

        OneClass(ClassModel model) {
            this.model = model;
            this.self = model.thisClass().asSymbol();
        }

        byte[] rewritten() {
            return classFile.transformClass(model, this::rewrite);
        }

        private void rewrite(ClassBuilder out, ClassElement element) {
            if (!(element instanceof MethodModel method) || !concerns(method)) {
                out.with(element);
                return;
            }
            out.transformMethod(method, (methodOut, part) -> {
                if (part instanceof CodeModel code) {
                    methodOut.transformCode(code, (codeOut, instruction) -> rewrite(out, codeOut, instruction));
                } else {
                    methodOut.with(part);
                }
            });
        }

        private void rewrite(ClassBuilder out, CodeBuilder code, CodeElement instruction) {
            if (instruction instanceof InvokeDynamicInstruction call && concerns(call)) {
                String name = "migralint$" + call.name().stringValue() + "$" + added++;
                MethodTypeDesc type = call.typeSymbol();
                int flags = AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();
                out.withMethodBody(name, type, flags, body -> write(call, body));
                code.invokestatic(self, name, type, model.flags().has(AccessFlag.INTERFACE));
            } else {
                code.with(instruction);
            }
        }
    }

    private static void write(InvokeDynamicInstruction call, CodeBuilder body) {
        List<ConstantDesc> arguments = call.bootstrapArgs();
        switch (call.name().stringValue()) {
            case "typeSwitch" ->
                writeSwitch(arguments.stream().map(ClassDesc.class::cast).toList(), body);
            case "equals" -> writeEquals((ClassDesc) arguments.get(0), fields(arguments), body);
            default -> writeHashCode(fields(arguments), body);
        }
    }

    /** The first type from the given number on that the object has: its number, or how many there are; -1 for null. */
    private static void writeSwitch(List<ClassDesc> types, CodeBuilder body) {
        Label present = body.newLabel();
        Label none = body.newLabel();
        List<Label> tests = types.stream().map(type -> body.newLabel()).toList();
        body.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            cases.add(SwitchCase.of(i, tests.get(i)));
        }
        if (!cases.isEmpty()) {
            body.iload(1).tableswitch(0, cases.size() - 1, none, cases);
        }
        for (int i = 0; i < types.size(); i++) {
            Label next = i + 1 < types.size() ? tests.get(i + 1) : none;
            body.labelBinding(tests.get(i)).aload(0).instanceOf(types.get(i)).ifeq(next);
            body.loadConstant(i).ireturn();
        }
        body.labelBinding(none).loadConstant(types.size()).ireturn();
    }

    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
        return arguments.stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private static void writeEquals(ClassDesc self, List<DirectMethodHandleDesc> fields, CodeBuilder body) {
        Label other = body.newLabel();
        Label differ = body.newLabel();
        body.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        body.aload(1).instanceOf(self).ifeq(differ).aload(1).checkcast(self).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            body.aload(0).getfield(self, field.methodName(), type);
            body.aload(2).getfield(self, field.methodName(), type);
            writeComparison(type, differ, body);
        }
        body.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static void writeComparison(ClassDesc type, Label differ, CodeBuilder body) {
        switch (type.descriptorString()) {
            case "I", "Z", "B", "S", "C" -> body.if_icmpne(differ);
            case "J" -> body.lcmp().ifne(differ);
            case "F", "D" ->
                body.invokestatic(boxed(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                        .ifne(differ);
            default ->
                body.invokestatic(
                                ClassDesc.of("java.util.Objects"),
                                "equals",
                                MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)Z"))
                        .ifeq(differ);
        }
    }

    private static void writeHashCode(List<DirectMethodHandleDesc> fields, CodeBuilder body) {
        body.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            ClassDesc hashing = type.isPrimitive() ? boxed(type) : ClassDesc.of("java.util.Objects");
            ClassDesc hashed = type.isPrimitive() ? type : CD_Object;
            body.bipush(31).imul().aload(0).getfield(field.owner(), field.methodName(), type);
            body.invokestatic(hashing, "hashCode", MethodTypeDesc.of(CD_int, hashed))
                    .iadd();
        }
        body.ireturn();
    }

    private static ClassDesc boxed(ClassDesc primitive) {
        return ClassDesc.of(
                switch (primitive.descriptorString()) {
                    case "I" -> "java.lang.Integer";
                    case "J" -> "java.lang.Long";
                    case "Z" -> "java.lang.Boolean";
                    case "B" -> "java.lang.Byte";
                    case "S" -> "java.lang.Short";
                    case "C" -> "java.lang.Character";
                    case "F" -> "java.lang.Float";
                    case "D" -> "java.lang.Double";
                    default -> throw new IllegalArgumentException(primitive.displayName());
                });
    }
}
