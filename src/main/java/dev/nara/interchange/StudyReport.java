package dev.nara.interchange;

import dev.nara.analysis.ShortSetting;
import dev.nara.chart.BestSoFar;
import dev.nara.chart.ChartImage;
import dev.nara.chart.DifferenceForest;
import dev.nara.chart.Palette;
import dev.nara.chart.PresetPath;
import dev.nara.chart.ShareBars;
import dev.nara.chart.Waterfall;
import dev.nara.data.DataException;
import dev.nara.search.picture.BestPicture;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.picture.GoodValues;
import dev.nara.search.picture.OutcomePictures;
import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.space.SpaceText;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A study as one self-contained HTML page: its result, what mattered, its trials, and how to repeat it. */
final class StudyReport {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;
    /** Of a bar or a whisker, and of the axis below them. */
    private static final int ROW = 34;

    private static final int AXIS = 40;

    private final StudySource from;
    private final StudySnapshot study;

    private StudyReport(StudySource from) {
        this.from = from;
        study = from.study();
    }

    /** Writes the page, completely or not at all. */
    static void write(StudySource from, Path to) throws DataException, IOException {
        new StudyReport(from).page().write(to);
    }

    private HtmlPage page() throws IOException {
        HtmlPage page = new HtmlPage(
                in(Text.of("study.report.title", study.id(), algorithms())),
                in(Text.of(
                        "study.report.below",
                        study.spec().base().dataName(),
                        study.spec().goal(),
                        study.spec().base().validation(),
                        study.spec().base().split(),
                        study.trials().size(),
                        Numbers.duration(study.seconds()))),
                from.locale());
        outcome(page);
        path(page);
        trials(page);
        settings(page);
        return page;
    }

    private String algorithms() {
        return study.spec().parts().stream()
                .map(part -> in(Text.of("algorithm." + part.algorithm())))
                .collect(Collectors.joining(", "));
    }

    private void outcome(HtmlPage page) throws IOException {
        Optional<StudyChoice> choice = study.choice();
        if (choice.isPresent()) {
            StudyChoice chosen = choice.get();
            page.heading(in(OutcomeWords.headline(study, chosen)));
            OutcomeWords.lines(study, chosen).forEach(line -> page.paragraph(in(line)));
            picture(
                    page,
                    palette -> ChartImage.png(
                            DifferenceForest.of(OutcomePictures.differences(study, chosen, from.locale()), palette),
                            WIDTH,
                            AXIS + ROW * chosen.against().size()));
        } else {
            page.heading(in(Text.of("studyphase." + study.phase())));
        }
        study.notices().forEach(notice -> page.paragraph(in(notice)));
        picture(
                page,
                palette -> ChartImage.png(
                        BestSoFar.of(
                                BestPicture.course(study, List.of(), List.of(), from.locale()), palette, from.locale()),
                        WIDTH,
                        HEIGHT));
        for (StudyPart part : study.spec().parts()) {
            List<ShareBars.Share> shares = OutcomePictures.shares(study, part.algorithm(), from.locale());
            if (!shares.isEmpty()) {
                picture(
                        page,
                        palette -> ChartImage.png(ShareBars.of(shares, palette), WIDTH, AXIS + ROW * shares.size()));
            }
            list(page, "study.report.mattered", GoodValues.mattered(study, part.algorithm(), from.locale()));
            list(page, "study.report.mattered.not", GoodValues.others(study, part.algorithm(), from.locale()));
        }
    }

    private void list(HtmlPage page, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.heading(in(Text.of(heading)));
            lines.forEach(page::paragraph);
        }
    }

    private void path(HtmlPage page) throws IOException {
        Optional<PresetPath> steps = OutcomePictures.path(study, from.locale());
        if (steps.isEmpty()) {
            return;
        }
        page.heading(in(Text.of("study.path")));
        picture(
                page,
                palette -> ChartImage.png(
                        Waterfall.of(steps.get(), GoalScale.higherIsBetter(study), palette), WIDTH, HEIGHT));
        head(page, "setting", "from", "to", "mean", "difference", "interval", "verdict");
        for (StudySnapshot.PathStep step : study.path()) {
            page.row(false);
            page.cell(in(Text.of("parameter." + step.name())));
            page.cell(step.from());
            page.cell(step.to());
            page.number(figure(step.mean()));
            page.number(BareNumbers.signed(step.difference(), 3));
            page.number("[" + BareNumbers.signed(step.low(), 3) + ", " + BareNumbers.signed(step.high(), 3) + "]");
            page.cell(in(OutcomePictures.verdict(step.verdict())));
        }
        page.endTable();
    }

    private void trials(HtmlPage page) {
        page.heading(in(Text.of("study.trials")));
        head(page, "trial", "algorithm", "settings", "state", "mean", "error", "seeds", "best.epoch", "seconds.epoch");
        Comparator<Trial> byWorth =
                Comparator.comparingDouble(trial -> -study.spec().worth(trial.mean()));
        List<Trial> sorted = new ArrayList<>(study.trials());
        boolean confirmed = study.choice().filter(StudyChoice::isConfirmed).isPresent();
        sorted.sort(Comparator.<Trial, Boolean>comparing(trial -> !trial.finished())
                .thenComparing(trial -> confirmed && trial.seedFigures().size() < 2)
                .thenComparing(byWorth));
        int chosen = study.choice().map(choice -> choice.trial()).orElse(0);
        for (Trial trial : sorted) {
            page.row(trial.number() == chosen);
            page.number("#" + trial.number());
            page.cell(in(Text.of("algorithm." + trial.algorithm())));
            page.cell(settings(trial));
            page.cell(in(Text.of("trialstate." + trial.state()))
                    + (trial.outcome() == null ? "" : ": " + in(trial.outcome())));
            page.number(figure(trial.mean()));
            page.number(figure(trial.error()));
            page.number(Integer.toString(trial.seedFigures().size()));
            page.number(Integer.toString(trial.epoch()));
            page.number(Double.isNaN(trial.secondsPerEpoch()) ? "" : Numbers.seconds(trial.secondsPerEpoch()));
        }
        page.endTable();
    }

    /** The fixed and the varied parameters. */
    private void settings(HtmlPage page) {
        for (StudyPart part : study.spec().parts()) {
            page.heading(in(Text.of("study.settings", part.algorithm())));
            Map<String, String> all = new TreeMap<>(part.values());
            page.table(List.of());
            all.forEach((name, value) -> {
                page.row(false);
                page.cell(in(Text.of("parameter." + name)));
                page.cell(part.space()
                        .dimension(name)
                        .map(dimension -> SpaceText.of(dimension).substring(name.length() + 1))
                        .orElse(value));
            });
            page.endTable();
        }
        if (study.phase() == Phase.SEARCHING || study.phase() == Phase.CONFIRMING) {
            page.paragraph(in(Text.of("study.unfinished")));
        }
        page.code(from.command());
    }

    private void head(HtmlPage page, String... columns) {
        page.table(List.of(columns).stream()
                .map(column -> in(Text.of("column." + column)))
                .toList());
    }

    private String settings(Trial trial) {
        return trial.settings().entrySet().stream()
                .map(one -> ShortSetting.of(one.getKey(), one.getValue(), from.locale()))
                .collect(Collectors.joining(" · "));
    }

    private static String figure(double number) {
        return Double.isNaN(number) ? "" : BareNumbers.figure(number);
    }

    /** A picture in the colours of a page, sharp where that is as wide as it may be. */
    private interface Drawn {
        byte[] in(Palette palette) throws IOException;
    }

    private static void picture(HtmlPage page, Drawn picture) throws IOException {
        page.picture(picture.in(Palette.light()), picture.in(Palette.dark()));
    }

    private String in(Text text) {
        return text.in(from.locale());
    }
}
