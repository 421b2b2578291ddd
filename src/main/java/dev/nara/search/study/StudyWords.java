package dev.nara.search.study;

import dev.nara.search.study.StudySnapshot.Share;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a study came to, in words; window, terminal and report say the same. */
public final class StudyWords {
    private final StudySnapshot study;

    /** Of a study as it stands. */
    public StudyWords(StudySnapshot study) {
        this.study = study;
    }

    /** How it is called: its number and name, or what it searches. */
    public Text title() {
        String algorithms = String.join(
                ", ", study.spec().parts().stream().map(StudyPart::algorithm).toList());
        String name = study.spec().name();
        return name.isBlank()
                ? Text.of("study.title", study.id(), algorithms)
                : Text.of("study.title.named", study.id(), name, algorithms);
    }

    /** Where its search starts. */
    public Text start() {
        String preset = study.spec().preset();
        return preset.isEmpty() ? Text.of("study.from.values") : Text.of("study.from.preset", preset);
    }

    /** The verdict against the preset in a sentence; empty before there is one. */
    public Optional<Text> verdict() {
        return study.choice().map(this::verdict);
    }

    private Text verdict(StudyChoice choice) {
        Optional<StudyChoice.Against> preset = againstPreset(choice);
        String difference = preset.map(p -> Numbers.signed(p.difference())).orElse("");
        return switch (choice.verdict()) {
            case REAL -> Text.of("study.verdict.real", difference);
            case NOISE -> Text.of("study.verdict.noise");
            case NOT_SETTLED -> Text.of("study.verdict.open", choice.moreSeeds());
            case NONE -> Text.of(choice.trial() == 0 ? "study.verdict.nothing" : "study.verdict.none");
        };
    }

    /** The interval of the difference from the preset, and what it rests on; empty where there is none. */
    public Optional<Text> interval() {
        return study.choice().flatMap(choice -> againstPreset(choice)
                .map(p -> Text.of(
                        "study.verdict.interval", Numbers.signed(p.low()), Numbers.signed(p.high()), choice.seeds())));
    }

    private static Optional<StudyChoice.Against> againstPreset(StudyChoice choice) {
        return choice.against().stream()
                .filter(against -> against.trial() == choice.preset())
                .findFirst();
    }

    /** Which trial was chosen, and why that one; empty where none was. */
    public Optional<Text> chosen() {
        return study.choice().filter(choice -> choice.trial() > 0).map(choice -> {
            if (choice.trial() == choice.preset()) {
                return Text.of("study.chosen.preset", choice.trial());
            }
            return choice.trial() == choice.best()
                    ? Text.of("study.chosen.best", choice.trial())
                    : Text.of("study.chosen.cheaper", choice.trial(), choice.best());
        });
    }

    /** What is to be expected on the test part, and why that is less than was measured; empty where nothing is. */
    public List<Text> expected() {
        return study.choice()
                .filter(choice -> choice.trial() > 0 && !Double.isNaN(choice.expected()))
                .map(choice -> List.of(
                        Text.of(
                                "study.expected",
                                study.spec().goal(),
                                Numbers.figure(choice.expected()),
                                Numbers.figure(choice.expectedLow()),
                                Numbers.figure(choice.expectedHigh())),
                        Text.of(
                                "study.expected.why",
                                Numbers.figure(
                                        study.trials().get(choice.trial() - 1).mean()),
                                study.trials().size())))
                .orElse(List.of());
    }

    /** What the chosen setting was told by on the test part; empty before. */
    public List<Text> tested() {
        return study.test()
                .map(test -> {
                    List<Text> words = new ArrayList<>();
                    words.add(Text.of(
                            "study.tested",
                            study.spec().goal(),
                            Numbers.figure(test.mean()),
                            Numbers.figure(test.error()),
                            test.figures().size(),
                            test.epochs()));
                    if (!test.presetFigures().isEmpty()) {
                        StudyChoice.Against preset = test.against();
                        words.add(Text.of(
                                "tested." + preset.verdict(),
                                Numbers.signed(preset.difference()),
                                Numbers.signed(preset.low()),
                                Numbers.signed(preset.high())));
                    }
                    words.add(Text.of("study.looks", test.looks()));
                    return words;
                })
                .orElse(List.of());
    }

    /** The dimensions whose share of the differences is above chance, the largest share first; by algorithm and name. */
    public List<Text> mattered() {
        return shares(true);
    }

    /** Those whose share may be nothing. */
    public List<Text> didNot() {
        return shares(false);
    }

    private List<Text> shares(boolean mattered) {
        List<Text> words = new ArrayList<>();
        study.importance().forEach((algorithm, shares) -> shares.stream()
                .filter(share -> matters(share, shares.size()) == mattered)
                .sorted((a, b) -> Double.compare(b.share(), a.share()))
                .forEach(share -> words.add(Text.of(
                        study.importance().size() > 1 ? "study.share.of" : "study.share",
                        Text.of("parameter." + share.name()),
                        Numbers.percent(share.share(), 0),
                        Numbers.percent(share.low(), 0),
                        Numbers.percent(share.high(), 0),
                        algorithm))));
        return words;
    }

    /** Whether a share is more than each would have if all mattered alike, or at least surely half of that. */
    static boolean matters(Share share, int dimensions) {
        return share.low() > .5 / dimensions;
    }

    /** A setting's values of what varies in its part, as {@code learning_rate=0.003 negatives=8}. */
    public static String settings(Trial trial) {
        List<String> words = new ArrayList<>();
        trial.settings().forEach((name, value) -> words.add(name + "=" + (value.isEmpty() ? "-" : value)));
        return String.join(" ", words);
    }
}
