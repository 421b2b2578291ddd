package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunDraft;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNamesTest {
    private static final Map<String, String> FAST = Map.of(
            "gmf_dimension", "32",
            "mlp_user_dimension", "32",
            "mlp_item_dimension", "32",
            "layers", "32-16",
            "positives", "views",
            "negatives", "20",
            "batch_size", "1024",
            "learning_rate", "0.003");

    @TempDir
    private Path folder;

    private final List<StoredRun> runs = new ArrayList<>();

    private static RunDraft draft(String algorithm, Map<String, String> values) {
        return RunSpec.draft()
                .data("/somewhere/films.csv")
                .fingerprint("0123456789abcdef")
                .split("time")
                .candidates("all")
                .algorithm(algorithm)
                .values(values)
                .metrics("HR@10");
    }

    private static Map<String, String> fast(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(FAST);
        all.putAll(changed);
        return all;
    }

    private long add(String name, RunSpec spec) {
        runs.add(TestRuns.run(runs.size() + 1, name, spec, Map.of("HR@10", 0.5)));
        return runs.size();
    }

    private long add(String algorithm, Map<String, String> values) {
        return add("", draft(algorithm, values).spec());
    }

    private List<String> names(Locale locale) {
        Algorithms algorithms = TestServices.on(folder).algorithms();
        RunNames names = RunNames.of(algorithms, runs);
        return runs.stream().map(run -> names.of(run, locale)).toList();
    }

    @Test
    void theDefaultsAreNotNamed() {
        add("mf", Map.of());
        add("mf", Map.of("negatives", "4"));
        add("mf", Map.of("factors", "192", "learning_rate", "0.002"));
        assertEquals(List.of("MF", "MF · neg 4", "MF · Paper (192 factors)"), names(Locale.ENGLISH));
    }

    @Test
    void aRunIsCalledByWhatDiffersFromItsPreset() {
        add("neumf", FAST);
        add("neumf", fast(Map.of("layers", "64-32", "negatives", "8")));
        add("neumf", fast(Map.of("learning_rate", "0.0005")));
        add("neumf", fast(Map.of("gmf_dimension", "128", "mlp_user_dimension", "128", "mlp_item_dimension", "128")));
        add("neumf", fast(Map.of("gmf_dimension", "16", "dropout", "0.2")));
        add("neumf", fast(Map.of("optimizer", "sgd")));
        assertEquals(
                List.of("Fast", "64-32 · neg 8", "rate .0005", "size 128", "GMF 16 · dropout .2", "SGD"),
                names(Locale.ENGLISH));
        assertEquals(
                List.of("빠른 학습", "64-32 · 음성 8", "학습률 .0005", "크기 128", "GMF 크기 16 · 드롭아웃 .2", "SGD 사용"),
                names(Locale.KOREAN));
    }

    @Test
    void anotherPresetIsSaidAndSoIsAnotherLength() {
        add("neumf", FAST);
        add("", draft("neumf", Map.of("negatives", "8")).spec());
        add("", draft("neumf", FAST).epochs(50).spec());
        assertEquals(List.of("Fast", "Paper (8 factors) · neg 8", "50 epochs"), names(Locale.ENGLISH));
    }

    @Test
    void otherAlgorithmsAreCalledByTheirName() {
        add("neumf", FAST);
        add(
                "gmf",
                Map.of(
                        "gmf_dimension",
                        "32",
                        "positives",
                        "views",
                        "negatives",
                        "20",
                        "batch_size",
                        "1024",
                        "learning_rate",
                        "0.003"));
        add("ease", Map.of());
        add("own-watched", Map.of());
        add("popularity", Map.of());
        add("item-knn", Map.of("neighbours", "50"));
        assertEquals(
                List.of("Fast", "GMF only", "EASE", "own most-watched", "popularity", "item kNN · neighbours 50"),
                names(Locale.ENGLISH));
        assertEquals("본인 많이 본 순", names(Locale.KOREAN).get(3));
    }

    @Test
    void anotherProtocolIsSaidWhateverTheAlgorithm() {
        add("neumf", FAST);
        add("", draft("ease", Map.of()).split("time:2022-04-15").spec());
        assertEquals(List.of("Fast", "EASE · by time on 15 April"), names(Locale.ENGLISH));
    }

    @Test
    void runsShownTogetherAreCalledByWhatNotAllHave() {
        add("", draft("neumf", fast(Map.of("negatives", "8"))).seed(1).spec());
        add("", draft("neumf", fast(Map.of("negatives", "8"))).seed(2).spec());
        add(
                "",
                draft("neumf", fast(Map.of("negatives", "8", "layers", "64-32")))
                        .spec());
        add("mine", draft("neumf", fast(Map.of("negatives", "8"))).seed(3).spec());
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        assertEquals(
                Map.of(1L, "seed 1", 2L, "seed 2"),
                names.among(runs.subList(0, 2), Locale.ENGLISH),
                "the same setting");
        assertEquals(Map.of(1L, "seed 1", 2L, "seed 2", 3L, "64-32"), names.among(runs.subList(0, 3), Locale.ENGLISH));
        assertEquals("mine", names.among(runs, Locale.ENGLISH).get(4L));
        assertEquals(Map.of(2L, "neg 8 · seed 2"), names.among(runs.subList(1, 2), Locale.ENGLISH), "alone");
    }

    @Test
    void manyDifferencesAreCounted() {
        Map<String, String> many = Map.of("negatives", "8", "layers", "64-32", "dropout", "0.2", "optimizer", "sgd");
        add("neumf", FAST);
        add("neumf", fast(many));
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        String name = names.setting(runs.get(1), Locale.ENGLISH);
        assertTrue(name.endsWith(" · +1"), name);
        assertEquals(name, names.among(runs, Locale.ENGLISH).get(2L));
    }

    @Test
    void theSeedsOfASeriesAreNotNamed() {
        for (int seed = 1; seed <= 3; seed++) {
            add("", draft("neumf", fast(Map.of("negatives", "8"))).seed(seed).spec());
        }
        runs.set(0, TestRuns.inSeries(runs.get(0), "s"));
        runs.set(1, TestRuns.inSeries(runs.get(1), "s"));
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        assertEquals("neg 8", names.among(runs, Locale.ENGLISH).get(1L));
        assertEquals("seed 3", names.among(runs, Locale.ENGLISH).get(3L));
    }

    @Test
    void whatPeopleWroteGoesFirstAndSeedsAreCounted() {
        add(
                "the old rate",
                draft("neumf", fast(Map.of("learning_rate", "0.001"))).spec());
        add("", draft("neumf", fast(Map.of("negatives", "8"))).seed(1).spec());
        add("", draft("neumf", fast(Map.of("negatives", "8"))).seed(2).spec());
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        assertEquals("1 · the old rate", names.numbered(runs.get(0), Locale.ENGLISH));
        assertEquals("neg 8", names.of(runs.get(1), Locale.ENGLISH));
        assertEquals("neg 8 · seed 2", names.of(runs.get(2), Locale.ENGLISH));
        assertEquals("neg 8", names.setting(runs.get(2), Locale.ENGLISH));
        assertEquals("neg 8 · 2 seeds", names.of(runs.subList(1, 3), Locale.ENGLISH));
        assertEquals("neg 8", names.whole(runs.subList(1, 3), Locale.ENGLISH));
        assertEquals("neg 8 · seed 2", names.whole(runs.subList(2, 3), Locale.ENGLISH));
        assertEquals("음성 8 · 시드 2개", names.of(runs.subList(1, 3), Locale.KOREAN));
    }

    @Test
    void ofManyDifferencesThreeAreNamed() {
        add("neumf", FAST);
        long run = add(
                "neumf",
                fast(Map.of(
                        "layers",
                        "64-32",
                        "negatives",
                        "8",
                        "dropout",
                        "0.1",
                        "weight_decay",
                        "0.00001",
                        "batch_size",
                        "512")));
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        StoredRun many = runs.get((int) run - 1);
        assertEquals("64-32 · neg 8 · decay 1e-5 · +2", names.of(many, Locale.ENGLISH));
        assertEquals("64-32 · neg 8 · decay 1e-5 · dropout .1 · batch 512", names.whole(List.of(many), Locale.ENGLISH));
    }

    @Test
    void namesStayWhenFurtherRunsCome() {
        add("neumf", fast(Map.of("negatives", "8")));
        String before = names(Locale.ENGLISH).get(0);
        for (int n = 0; n < 5; n++) {
            add("neumf", Map.of());
        }
        assertEquals("neg 8", before);
        assertEquals(before, names(Locale.ENGLISH).get(0));
    }
}
