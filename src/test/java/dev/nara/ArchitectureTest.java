package dev.nara;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobotInterface;
import org.testfx.service.finder.NodeFinder;

class ArchitectureTest {
    private static final JavaClasses NARA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nara");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.nara");

    /** What opens a window, and what starts another program. */
    private static final Set<String> SLOW =
            Set.of("org.testfx.framework.junit5.ApplicationExtension", "dev.nara.NaraProcess");

    /** Files that need each other because the two are one thing: each name with that of the file it belongs to. */
    private static final Map<String, String> ONE_THING = Map.of(
            // A specification is changed through its draft, and a draft ends as a specification.
            "dev.nara.spec.RunDraft", "dev.nara.spec.RunSpec");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.nara.(**)")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to understand a package from those below it alone")
                .check(NARA);
    }

    @Test
    void filesHaveNoCycles() {
        slices().assignedFrom(new Files())
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .because("a file that needs no file which needs it can be read, tested and moved alone")
                .check(NARA);
    }

    /** Nested classes belong to the file of the outermost. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getName();
            String file = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
            return SliceIdentifier.of(ONE_THING.getOrDefault(file, file));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }

    @Test
    void dependenciesPointDown() {
        String[] core = {"text", "data", "split", "algorithm", "eval", "spec"};
        layer("text", "text");
        layer("data", "text", "data");
        layer("synth", "text", "data", "synth");
        layer("split", "text", "data", "split");
        layer("algorithm", "text", "data", "algorithm");
        layer("algebra", "algebra");
        layer("neumf", "text", "data", "algebra", "algorithm", "neumf");
        layer("djl", "text", "algebra", "algorithm", "neumf", "djl");
        layer("vector", "text", "algebra", "algorithm", "neumf", "vector");
        layer("bench", "algebra", "algorithm", "eval", "neumf", "bench");
        layer("baseline", "text", "data", "algebra", "algorithm", "baseline");
        layer("eval", "text", "data", "split", "algorithm", "eval");
        layer("settings", "text", "data", "settings");
        layer("spec", core);
        layer("run", core, "run");
        layer("store", core, "run", "store");
        layer("analysis", core, "run", "store", "analysis");
        layer("explain", core, "run", "store", "explain");
        layer("chart", core, "run", "store", "analysis", "explain", "chart");
        layer("search", core, "run", "store", "analysis", "explain", "chart", "search");
        layer("competition", core, "run", "store", "analysis", "explain", "competition");
        layer("interchange", core, "run", "store", "analysis", "explain", "chart", "search", "interchange");
    }

    @Test
    void whatIsWrittenForPeopleGoesThroughOnePlace() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.nara.cli..", "dev.nara.ui..", "dev.nara.chart..", "dev.nara.interchange..")
                .and()
                .doNotHaveSimpleName("CurveFiles")
                .and()
                .doNotHaveSimpleName("SkippedRowsFile")
                .should()
                .callMethod(
                        "dev.nara.data.AtomicFile", "write", "java.nio.file.Path", "dev.nara.data.AtomicFile$Writer")
                .because("OutputFile sees to it that nothing in use is replaced")
                .check(NARA);
    }

    @Test
    void commandsAndScreensSeeTheDomainAndNotEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.nara.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nara.ui..")
                .because("the command line must work where there is no JavaFX")
                .check(NARA);
        for (String screen : new String[] {"runs", "data", "train", "compare", "child", "export", "help"}) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.nara.ui." + screen + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.nara.ui..")
                            .and(not(resideInAPackage("dev.nara.ui." + screen + "..")))
                            .and(not(resideInAPackage("dev.nara.ui.common.."))))
                    .because("a screen is understood, tested and changed alone; the shell connects them")
                    .check(NARA);
        }
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.nara.ui.shell..", "dev.nara")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nara.ui.shell..")
                .because("the frame stands above everything in it")
                .check(NARA);
    }

    private static void layer(String name, String[] core, String... others) {
        String[] allowed = Arrays.copyOf(core, core.length + others.length);
        System.arraycopy(others, 0, allowed, core.length, others.length);
        layer(name, allowed);
    }

    /** Classes of {@code name} see no package of ours but those allowed. */
    private static void layer(String name, String... allowed) {
        String[] packages = new String[allowed.length];
        for (int i = 0; i < allowed.length; i++) {
            packages[i] = "dev.nara." + allowed[i] + "..";
        }
        classes()
                .that()
                .resideInAPackage("dev.nara." + name + "..")
                .should()
                .onlyDependOnClassesThat(not(JavaClass.Predicates.resideInAPackage("dev.nara.."))
                        .or(JavaClass.Predicates.resideInAnyPackage(packages)))
                .because("dependencies point down only: files and arrays below, windows and commands above")
                .check(NARA);
    }

    @Test
    void onlyWiringKnowsImplementations() {
        for (String hidden : new String[] {"djl", "vector", "baseline"}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.nara." + hidden + "..")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.nara.Wiring")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.nara." + hidden + "..")
                    .because("engines and baselines are replaced in one place")
                    .check(NARA);
        }
    }

    @Test
    void eachLibraryHasOneHome() {
        home("ai.djl..", "dev.nara.djl..");
        home("com.sun.jna..", "dev.nara.djl..");
        home("jdk.incubator.vector..", "dev.nara.vector..");
        home("org.apache.spark..", "dev.nara.spark..");
        home("dev.nara.spark..", "dev.nara.spark..");
        home("tech.tablesaw..", "dev.nara.data..");
        home("com.univocity..", "dev.nara.data..");
        home("org.apache.commons.statistics..", "dev.nara.eval..");
        home("org.apache.commons.math3..", "dev.nara.search.sampler..");
        home("picocli..", "dev.nara.cli..");
        home("java.sql..", "dev.nara.store..", "dev.nara.data.read.duckdb..", "dev.nara.data.read.database..");
        home("org.duckdb..", "dev.nara.data.read.duckdb..");
        home("javafx..", "dev.nara.ui..");
        home("org.controlsfx..", "dev.nara.ui..");
        home("atlantafx..", "dev.nara.ui..");
        home("org.jfree.chart.fx..", "dev.nara.ui..");
        home("org.jfree.chart..", "dev.nara.chart..", "dev.nara.ui..");
        home("org.apache.batik..", "dev.nara.chart..");
        home("org.commonmark..", "dev.nara.ui.help..");
    }

    @Test
    void oneFileUsesTheEngineBehindDjl() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.nara\\.djl\\.MxNetGradients(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.mxnet..")
                .because("classes that DJL does not promise to keep are left behind in one place")
                .check(NARA);
    }

    private static void home(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that one package hides can be replaced in that package")
                .check(NARA);
    }

    @Test
    void everyClassHasANameOfItsOwn() {
        Map<String, List<String>> byName = NARA.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        byName.values().removeIf(packages -> packages.size() == 1);
        assertEquals(Map.of(), byName, "a reader must not have to ask which of two is meant");
    }

    @Test
    void theDomainRunsWithoutAToolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.nara.ui..", "dev.nara")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nara.ui..")
                .because("the command line must give the same numbers without a window")
                .check(NARA);
    }

    @Test
    void onlyCommonCrossesThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.nara.ui.common..")
                .and()
                .doNotHaveFullyQualifiedName("dev.nara.ui.shell.WindowStart")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("one place carries work to the JavaFX thread; only the start of the toolkit stands before it")
                .check(NARA);
    }

    @Test
    void algorithmsStayOutOfFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.nara.algorithm..", "dev.nara.neumf..", "dev.nara.baseline..", "dev.nara.eval..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..")
                        .and(not(equivalentTo(Serializable.class))))
                .because("the core must run inside other machines' executors: no file handles in its values")
                .check(NARA);
    }

    @Test
    void lifeIsSeenByLocksAlone() {
        noClasses()
                .that()
                .haveNameMatching(
                        "dev\\.nara\\.store\\.(\\w+\\.)?(LivingProcesses|LockedFile|RunOwners|TrainingPlace|WorkspaceClaim)")
                .should()
                .dependOnClassesThat(resideInAPackage("java.time..")
                        .or(resideInAPackage("java.net.."))
                        .or(JavaClass.Predicates.assignableTo(ProcessHandle.class)))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a machine is renamed, its clock is set, and numbers of processes come again")
                .check(NARA);
    }

    @Test
    void theLoopKnowsNoFile() {
        noClasses()
                .that()
                .resideInAPackage("dev.nara.run..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.file..")
                        .or(resideInAPackage("java.sql.."))
                        .or(JavaClass.Predicates.assignableTo(java.io.File.class)))
                .because("what is kept of a run, and where, is the store's business")
                .check(NARA);
    }

    /** In the tests as well: what walks the scene graph does so on its thread. */
    @Test
    void testsLookUpNodesOnTheJavaFxThread() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.nara.ui.OnFx")
                .should()
                .callMethodWhere(target(owner(assignableTo(FxRobotInterface.class)
                                .or(assignableTo(NodeFinder.class))
                                .or(assignableTo(Node.class))
                                .or(assignableTo(Scene.class))))
                        .and(target(nameMatching("lookup.*|from|fromAll|rootNode|rootsOfWindows"))))
                .because("OnFx finds nodes on the JavaFX thread; from another one the answer is a matter of luck")
                .check(TESTS);
    }

    /** "mvn test" leaves them out by their tags. */
    @Test
    void slowTestsBearATag() {
        List<JavaClass> slow = TESTS.stream()
                .filter(type -> type.getSimpleName().endsWith("Test") && type.isTopLevelClass())
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                SLOW.contains(dependency.getTargetClass().getName())))
                .toList();
        assertFalse(slow.isEmpty());
        assertEquals(
                List.of(),
                slow.stream()
                        .filter(type -> !type.isAnnotatedWith(Tag.class) && !type.isAnnotatedWith(Tags.class))
                        .map(JavaClass::getName)
                        .toList(),
                "classes without @Tag(\"window\") or @Tag(\"process\")");
    }
}
