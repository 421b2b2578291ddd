package dev.nara.cli.tune;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.search.picture.GoodValues;
import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A study on the terminal: its result, then its trials, best first. */
final class TrialTable {
    private final Output output;

    TrialTable(Output output) {
        this.output = output;
    }

    /** The algorithms of a study, as short text. */
    static String algorithms(StudySnapshot study) {
        return study.spec().parts().stream().map(StudyPart::algorithm).collect(Collectors.joining(","));
    }

    void show(StudySnapshot study) {
        output.say(Text.of(
                "cli.study.head",
                study.id(),
                algorithms(study),
                study.spec().base().dataName(),
                study.spec().goal(),
                study.spec().base().validation(),
                Text.of("studyphase." + study.phase()),
                Numbers.duration(study.seconds())));
        study.notices().forEach(output::say);
        outcome(study);
        trials(study);
    }

    /** Prints the result of a study, if it has one. */
    void outcome(StudySnapshot study) {
        study.choice().ifPresent(choice -> {
            output.say(OutcomeWords.headline(study, choice));
            OutcomeWords.lines(study, choice).forEach(output::say);
        });
        for (StudyPart part : study.spec().parts()) {
            GoodValues.mattered(study, part.algorithm(), output.locale()).forEach(output::say);
        }
    }

    private void trials(StudySnapshot study) {
        List<Trial> sorted = new ArrayList<>(study.trials());
        sorted.sort(Comparator.<Trial, Boolean>comparing(trial -> !trial.finished())
                .thenComparing(trial -> -study.spec().worth(trial.mean())));
        output.result(String.join(
                "  ",
                TextTable.padded("#", 5),
                TextTable.padded(study.spec().goal(), 17),
                TextTable.padded(in(Text.of("column.state")), 12),
                in(Text.of("column.settings"))));
        for (Trial trial : sorted) {
            output.result(String.join(
                            "  ",
                            TextTable.padded("#" + trial.number(), 5),
                            TextTable.padded(figure(trial), 17),
                            TextTable.padded(
                                    in(Text.of("trialstate." + trial.state())) + (trial.level() ? " =" : ""), 12),
                            StudyCommand.words(trial.settings()))
                    .stripTrailing());
        }
        output.say(Text.of("cli.trial.level"));
    }

    private static String figure(Trial trial) {
        return Double.isNaN(trial.error())
                ? Numbers.figure(trial.mean())
                : Numbers.figure(trial.mean()) + " ± " + Numbers.figure(trial.error());
    }

    private String in(Text text) {
        return text.in(output.locale());
    }
}
