package dev.nara.interchange;

import dev.nara.analysis.AmongReferences;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.chart.ChartImage;
import dev.nara.chart.CurveOptions;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.chart.RunComparison;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run as one HTML page that needs nothing else, with its curves, its epochs, its settings and the command that repeats it;
 * or several runs compared with each other.
 */
public final class HtmlReport {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 760;

    private final Locale locale;

    private HtmlReport(Locale locale) {
        this.locale = locale;
    }

    /** A run, what happened in it, what it is seen against, and how often its test part was looked at. */
    record Story(StoredRun run, List<RunEvent> events, List<Reference> references, int looks) {}

    /**
     * Writes the page of a run, whole or not at all.
     *
     * @param command trains the run again
     */
    static void write(Path file, Story story, String command, Locale locale) throws IOException {
        new HtmlReport(locale).ofRun(story, command).write(file);
    }

    /** Writes the page of a comparison, whole or not at all. */
    public static void write(Path file, SettingsComparison comparison, RunStore store, Details details, Locale locale)
            throws DataException, IOException {
        new HtmlReport(locale).ofComparison(comparison, store, details).write(file);
    }

    private HtmlPage ofRun(Story story, String command) throws IOException {
        StoredRun run = story.run();
        String below = words("state." + run.state()) + " · " + run.when() + " UTC · "
                + run.label().notes();
        HtmlPage page = new HtmlPage(
                words(
                        "train.headline",
                        run.title(),
                        Text.of("algorithm." + run.spec().algorithm()),
                        run.spec().dataName()),
                below,
                locale);
        LearningCurves curves = new LearningCurves(Palette.light(), locale);
        curves.add(story.events());
        curves.references(story.references());
        page.picture(ChartImage.png(curves.chart(), WIDTH, HEIGHT));
        told(page, story);
        AmongReferences.of(run, story.references()).ifPresent(among -> page.paragraph(among.in(locale)));
        epochs(page, story.events());
        page.heading(words("train.run"));
        Map<String, String> settings = new TreeMap<>(SettingsComparison.settings(run.spec()));
        settings.put("fingerprint", run.spec().fingerprint());
        settings.put(
                "program",
                run.environment().program() + ", Java " + run.environment().java());
        settings.put(
                "system", run.environment().system() + ", " + run.environment().cores() + " cores");
        page.table(List.of());
        settings.forEach((name, value) -> {
            page.row(false);
            page.cell(name);
            page.cell(value);
        });
        page.endTable();
        page.code(command);
        return page;
    }

    /** What the run is told by; of epochs on the validation part there are curves and a table. */
    private void told(HtmlPage page, Story story) {
        StoredRun run = story.run();
        Map<String, Double> told = RunFigures.told(run);
        if (told.isEmpty()) {
            return;
        }
        int epoch = run.best().map(RunEvent.EpochDone::epoch).orElse(0);
        page.paragraph(words("html.told", RunFigures.stage(run).orElseThrow().words(), epoch, Numbers.figures(told)));
        run.tested().ifPresent(tested -> {
            List<String> columns = new ArrayList<>(List.of("", words("column.users")));
            columns.addAll(told.keySet());
            page.table(columns);
            figures(page, words("html.run"), tested.users(), tested.metrics(), told.keySet());
            figures(page, words("algorithm.popularity"), tested.users(), tested.baseline(), told.keySet());
            figures(page, words("html.cold"), tested.coldUsers(), tested.coldMetrics(), told.keySet());
            page.endTable();
        });
        page.paragraph(words("part.looks", story.looks()));
    }

    private static void figures(
            HtmlPage page, String name, int users, Map<String, Double> figures, Set<String> metrics) {
        if (!figures.isEmpty()) {
            page.row(false);
            page.cell(name);
            page.number(Numbers.grouped(users));
            metrics.forEach(metric -> page.number(figure(figures.getOrDefault(metric, Double.NaN))));
        }
    }

    private void epochs(HtmlPage page, List<RunEvent> events) {
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        Set<String> metrics = new LinkedHashSet<>();
        epochs.forEach(e -> metrics.addAll(e.metrics().keySet()));
        List<String> columns =
                new ArrayList<>(List.of(words("column.phase"), words("column.epoch"), words("column.loss")));
        Part part = RunEvent.epochPart(events);
        metrics.forEach(metric -> columns.add(part.of(metric).in(locale)));
        columns.add(words("column.seconds"));
        page.table(columns);
        for (RunEvent.EpochDone epoch : epochs) {
            page.row(epoch.best() && !epoch.metrics().isEmpty());
            page.cell(words("phase." + epoch.phase()));
            page.number(Integer.toString(epoch.epoch()));
            page.number(Numbers.figure(epoch.loss()));
            metrics.forEach(m -> page.number(Numbers.figure(epoch.metrics().getOrDefault(m, Double.NaN))));
            page.number(Numbers.seconds(epoch.seconds()));
        }
        page.endTable();
    }

    /**
     * What a comparison found beside its verdicts.
     *
     * @param groups groups of users in which the two best settings differ
     * @param protocols a table of figures under several protocols, the first row its head; empty for none
     * @param claims what holds under which protocols
     */
    public record Details(List<GroupGaps.Gap> groups, List<List<String>> protocols, List<ProtocolClaim> claims) {
        /** Nothing more. */
        public static final Details NONE = new Details(List.of(), List.of(), List.of());
    }

    private void details(HtmlPage page, Details details) {
        if (!details.groups().isEmpty()) {
            page.heading(words("compare.groups"));
            List<String> columns = new ArrayList<>();
            for (String key : List.of("group", "children", "first", "second", "difference", "interval", "p")) {
                columns.add(words("column." + key));
            }
            page.table(columns);
            for (GroupGaps.Gap gap : details.groups()) {
                page.row(false);
                page.cell(gap.group().value().in(locale));
                page.number(Integer.toString(gap.group().members().size()));
                page.number(Numbers.figure(gap.first()));
                page.number(Numbers.figure(gap.second()));
                page.number(Numbers.signed(gap.difference()));
                page.number(Numbers.signed(gap.comparison().low()) + " … "
                        + Numbers.signed(gap.comparison().high()));
                page.number(String.format(Locale.ROOT, "%.4f", gap.corrected()));
            }
            page.endTable();
        }
        if (!details.protocols().isEmpty()) {
            page.heading(words("compare.protocols"));
            details.claims().forEach(claim -> page.paragraph(claim.words().in(locale)));
            page.table(details.protocols().get(0));
            for (List<String> row :
                    details.protocols().subList(1, details.protocols().size())) {
                page.row(false);
                page.cell(row.get(0));
                row.subList(1, row.size()).forEach(page::number);
            }
            page.endTable();
        }
    }

    private HtmlPage ofComparison(SettingsComparison comparison, RunStore store, Details details)
            throws DataException, IOException {
        List<StoredRun> runs =
                comparison.contenders().stream().flatMap(c -> c.runs().stream()).toList();
        HtmlPage page = new HtmlPage(
                words("train.compare", runs.size()), comparison.heading().in(locale), locale);
        standings(page, comparison);
        comparison.notes().forEach(note -> page.paragraph(note.in(locale)));
        page.picture(ChartImage.png(
                RunComparison.of(
                        RunComparison.curves(comparison, store, locale),
                        comparison.metric(),
                        Palette.light(),
                        locale,
                        CurveOptions.USUAL),
                WIDTH,
                HEIGHT));
        page.heading(words("compare.differs"));
        List<StoredRun> first =
                comparison.contenders().stream().map(c -> c.runs().get(0)).toList();
        List<String> columns = new ArrayList<>(List.of(words("column.setting")));
        comparison.contenders().forEach(c -> columns.add(c.title()));
        page.table(columns);
        SettingsComparison.differences(first).forEach((name, texts) -> {
            page.row(false);
            page.cell(name);
            texts.forEach(page::cell);
        });
        page.endTable();
        details(page, details);
        return page;
    }

    private void standings(HtmlPage page, SettingsComparison comparison) {
        List<String> columns = new ArrayList<>();
        for (String key :
                List.of("run", "algorithm", "seeds", "mean", "deviation", "difference", "interval", "p", "verdict")) {
            columns.add(words("column." + key));
        }
        page.table(columns);
        for (Standing standing : comparison.standings()) {
            boolean best = comparison.judged() && standing.gap() == null;
            page.row(best);
            page.cell(standing.title());
            page.cell(words("algorithm." + standing.algorithm()));
            page.number(standing.contender()
                    .share()
                    .map(share -> share.in(locale))
                    .orElse(Integer.toString(standing.seeds())));
            page.number(figure(standing.mean()));
            page.number(figure(standing.deviation()));
            page.number(Double.isNaN(standing.difference()) ? "" : Numbers.signed(standing.difference()));
            page.number(
                    standing.gap() == null
                            ? ""
                            : Numbers.signed(standing.low()) + " … " + Numbers.signed(standing.high()));
            page.number(standing.gap() == null ? "" : String.format(Locale.ROOT, "%.4f", standing.p()));
            page.cell(standing.words().in(locale));
        }
        page.endTable();
    }

    private static String figure(double figure) {
        return Double.isNaN(figure) ? "" : Numbers.figure(figure);
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
