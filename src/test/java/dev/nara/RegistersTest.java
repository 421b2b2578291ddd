package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.eval.CandidateRules;
import dev.nara.eval.CutoffMetric;
import dev.nara.spec.RunSettings;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks the lists of splits, candidate rules, metrics and settings of a run: whatever stands in them keeps these promises. */
class RegistersTest {
    @Test
    void namesAreUnique() {
        Set<String> splits = new HashSet<>();
        Splits.register().all().forEach(split -> assertTrue(splits.add(split.name()), split.name()));
        Set<String> settings = new HashSet<>();
        RunSettings.ALL.forEach(one -> assertTrue(settings.add(one.name()), one.name()));
    }

    @Test
    void examplesAreSpeltAsTheyAreStored() {
        List<String> splits = new ArrayList<>(Splits.register().examples());
        splits.forEach(
                split -> assertEquals(Optional.of(split), Splits.register().normal(split)));
        CandidateRules.examples().forEach(rule -> assertEquals(Optional.of(rule), CandidateRules.normal(rule)));
        RunSettings.ALL.forEach(one -> assertEquals(Optional.of(one.defaultValue()), one.normal(one.defaultValue())));
    }

    @Test
    void everyFormatHasItsWords(@TempDir Path folder) throws Exception {
        for (String format : TestServices.on(folder).datasets().formats()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                assertTrue(Text.exists("formatname." + format, language), format + " has no name in " + language);
                assertTrue(Text.exists("formatwhy." + format, language), format + " has no reason in " + language);
            }
        }
    }

    @Test
    void formsListWhatIsRegistered() {
        assertEquals(
                "time[:DATE], last-days:N, near:N, far:N, ratio[:R], random-ratio[:R], leave-one-out, leave-last:K,"
                        + " random[:R], random-pairs[:R], fold:I/N, given, all, file:PATH",
                Splits.register().forms());
        assertEquals("all[:kept|:masked], sampled:N, popular:N, given, …@near, …@far", CandidateRules.forms());
        assertEquals(
                "HR@K, Recall@K, CappedRecall@K, Precision@K, NDCG@K, MAP@K, MRR@K, AUC[@K], Score[@K],"
                        + " Popularity[@K], Novelty[@K], Tail[@K], Diversity[@K], Series[@K], Seen[@K], Coverage[@K],"
                        + " Gini[@K], Entropy[@K]",
                CutoffMetric.forms());
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, time",
        "time:2022-04-15, time:2022-04-15",
        "last-days: 014, last-days:14",
        "random, random:0.8",
        "random:.80, random:0.8",
        "random:0.2, random:0.8",
        "random:0.42, random:0.58",
        "ratio:8e-1, ratio:0.8",
        "random-ratio, random-ratio:0.8",
        "Fold:01/5, fold:1/5",
        "leave-one-out, leave-one-out",
        "file:/A b.split, file:/A b.split"
    })
    void equalSplitsHaveOneSpelling(String written, String normal) {
        assertEquals(Optional.of(normal), Splits.register().normal(written));
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, all",
        "all:Any-Repeat, all:any-repeat",
        "all:Masked@NEAR, all:masked@near",
        "sampled:099, sampled:99",
        "given, given",
        "' popular:99 @far', popular:99@far"
    })
    void equalCandidatesHaveOneSpelling(String written, String normal) {
        assertEquals(Optional.of(normal), CandidateRules.normal(written));
    }
}
