package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The size of packages, files, methods and constructors of the program, as CONTRIBUTING bounds them; tests and the components of records are not counted. */
class ShapeTest {
    /** Numeric kernels, whose loops are read at once or not at all. */
    private static final Set<String> KERNELS = Set.of(
            "FoldIn.add",
            "FourVectors.sixAcross",
            "FourVectors.sixAlong",
            "OneVector.eightAcross",
            "OneVector.eightAlong",
            "Products.four",
            "Products.two",
            "TwoVectors.eightAcross",
            "TwoVectors.fourAcross",
            "TwoVectors.fourAlong",
            "TwoVectors.sixAlong",
            "DoubleProducts.sixByTwo",
            "VectorKernels.adam");

    private static final Map<Path, Long> PACKAGE_FILES = new TreeMap<>();
    private static final List<Integer> FILE_LINES = new ArrayList<>();
    private static final List<Integer> METHOD_LINES = new ArrayList<>();
    private static final Set<String> LONG_FILES = new TreeSet<>();
    private static final Set<String> LONG_METHODS = new TreeSet<>();
    private static final Set<String> LONG_CONSTRUCTORS = new TreeSet<>();

    @BeforeAll
    static void count() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            files = all.filter(f -> f.toString().endsWith(".java")).toList();
        }
        PACKAGE_FILES.putAll(files.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting())));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                count(file, positions);
            }
        }
        FILE_LINES.sort(null);
        METHOD_LINES.sort(null);
        System.out.printf(
                "files: median %d, 95 of 100 within %d, longest %d lines; methods: %d, %d, %d%n",
                part(FILE_LINES, 50),
                part(FILE_LINES, 95),
                part(FILE_LINES, 100),
                part(METHOD_LINES, 50),
                part(METHOD_LINES, 95),
                part(METHOD_LINES, 100));
    }

    private static int part(List<Integer> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void count(CompilationUnitTree file, SourcePositions positions) throws IOException {
        String path = file.getSourceFile().getName();
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        if (name.equals("package-info")) {
            return;
        }
        int lines = (int)
                file.getSourceFile().getCharContent(false).toString().lines().count();
        FILE_LINES.add(lines);
        if (lines > 350) {
            LONG_FILES.add(name + " " + lines);
        }
        new TreeScanner<Void, Void>() {
            private boolean inRecord;

            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                boolean outer = inRecord;
                inRecord = type.getKind() == Tree.Kind.RECORD;
                super.visitClass(type, null);
                inRecord = outer;
                return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                long start = positions.getStartPosition(file, method);
                if (start >= 0 && method.getBody() != null) {
                    long end = positions.getEndPosition(file, method);
                    int length = (int) (file.getLineMap().getLineNumber(end)
                            - file.getLineMap().getLineNumber(start)
                            + 1);
                    METHOD_LINES.add(length);
                    String called = name + "." + method.getName();
                    if (length > 40) {
                        LONG_METHODS.add(called);
                    }
                    if (!inRecord
                            && method.getName().contentEquals("<init>")
                            && method.getParameters().size() > 7) {
                        LONG_CONSTRUCTORS.add(called);
                    }
                }
                return super.visitMethod(method, null);
            }
        }.scan(file, null);
    }

    @Test
    void packagesHoldOneSubject() {
        PACKAGE_FILES.values().removeIf(files -> files <= 60);
        assertEquals(Map.of(), PACKAGE_FILES, "over 60 files");
    }

    @Test
    void filesFitAFewScreens() {
        assertEquals(Set.of(), LONG_FILES, "over 350 lines");
        assertTrue(part(FILE_LINES, 95) <= 240, () -> "95 of 100 files within " + part(FILE_LINES, 95) + " lines");
    }

    @Test
    void methodsFitTheEye() {
        assertEquals(KERNELS, LONG_METHODS, "over 40 lines");
    }

    @Test
    void constructorsTakeSevenArgumentsAtMost() {
        assertEquals(Set.of(), LONG_CONSTRUCTORS);
    }
}
