package dev.nara.interchange;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.ComparedRows;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.SaidProtocol;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The report on a comparison: the verdict as a sentence and a chart, curves, differing settings, who gains and loses, and how to repeat it.
 */
final class ComparisonReport {
    private static final int MOST_METRICS = 4;

    private final SettingsComparison comparison;
    private final Services services;
    private final RunStore store;
    private final Locale locale;
    private final RunNames names;
    private final List<ComparedRow> rows;

    ComparisonReport(SettingsComparison comparison, Services services, RunStore store, Locale locale)
            throws DataException {
        this.comparison = comparison;
        this.services = services;
        this.store = store;
        this.locale = locale;
        names = RunNames.of(services.algorithms(), store.list());
        rows = ComparedRows.of(store, services.algorithms(), comparison);
    }

    HtmlPage page(ReportDetails details) throws DataException {
        List<ComparedRow> settings =
                rows.stream().filter(row -> !row.baseline()).toList();
        StoredRun first = settings.get(0).runs().get(0);
        HtmlPage page = new HtmlPage(
                words("html.compare.title", settings.size(), comparison.data()),
                words(
                        "html.compare.protocol",
                        comparison.data(),
                        SaidProtocol.split(first.spec().split()),
                        SaidProtocol.candidates(first.spec().candidates()),
                        comparison.stage().words()),
                locale);
        lead(page, details);
        page.figure(
                ForestFigure.of(rows, this::name, row -> row.verdict().in(locale)),
                words("html.forest", comparison.metric()));
        comparison.standings().forEach(standing -> standing.contender()
                .share()
                .ifPresent(share -> page.paragraph(words("compare.share", standing.number(), share))));
        comparison.notes().forEach(note -> page.paragraph(note.in(locale)));
        results(page);
        curves(page, settings);
        new SettingsSection(page, locale).differences(settings, this::name);
        new WhoSection(page, comparison.metric(), locale)
                .add(
                        details,
                        paired(details, 0).map(Standing::number).orElse(0L),
                        paired(details, 1).map(Standing::number).orElse(0L));
        protocols(page, details);
        page.heading(words("html.repeat"));
        page.code(commands(settings));
        return page;
    }

    private void lead(HtmlPage page, ReportDetails details) {
        Optional<Standing> one = paired(details, 0);
        Optional<Standing> two = paired(details, 1);
        if (comparison.stage() != FigureStage.TESTED || one.isEmpty() || two.isEmpty()) {
            page.lead("", words("html.no.verdict"), comparison.stage().words().in(locale));
            return;
        }
        PairVerdict verdict = PairVerdict.of(comparison, one.get(), two.get());
        String style = verdict.verdict() == Significance.Verdict.REAL
                ? "good"
                : verdict.verdict() == Significance.Verdict.MORE_SEEDS ? "warn" : "";
        page.lead(
                style,
                verdict.sentence().in(locale),
                verdict.detail(comparison.looks()).in(locale));
    }

    /** The two runs of the verdict; the reference and the next one if the user chose none. */
    private Optional<Standing> paired(ReportDetails details, int place) {
        List<Long> pair = details.pair();
        Optional<Standing> chosen = place < pair.size() ? comparison.of(pair.get(place)) : Optional.empty();
        return chosen.or(() -> comparison.standings().stream().skip(place).findFirst());
    }

    private String name(ComparedRow row) {
        return row.runs().isEmpty()
                ? words("algorithm." + row.algorithm())
                : row.number() + " " + names.of(row.runs(), locale);
    }

    private void results(HtmlPage page) {
        Set<String> metrics = new LinkedHashSet<>(List.of(comparison.metric()));
        rows.forEach(row -> metrics.addAll(row.facts().figures().keySet()));
        List<String> shown = metrics.stream().limit(MOST_METRICS).toList();
        List<String> columns = new ArrayList<>(List.of(words("column.run")));
        columns.addAll(shown);
        page.table(columns);
        for (ComparedRow row : rows) {
            page.row(false);
            page.cell(name(row));
            for (String metric : shown) {
                page.number(
                        metric.equals(comparison.metric())
                                ? BareNumbers.withDeviation(row.mean(), row.deviation())
                                : BareNumbers.figure(row.facts().figures().getOrDefault(metric, Double.NaN)));
            }
        }
        page.endTable();
    }

    /** All seeds of each setting, the name with the first one. */
    private void curves(HtmlPage page, List<ComparedRow> settings) throws DataException {
        List<CurvesFigure.Line> lines = new ArrayList<>();
        boolean more = false;
        for (int n = 0; n < settings.size(); n++) {
            boolean named = false;
            for (StoredRun run : settings.get(n).runs()) {
                List<RunEvent.EpochDone> epochs = RunEvent.epochs(store.events(run.id())).stream()
                        .filter(epoch -> epoch.metrics().containsKey(comparison.metric()))
                        .toList();
                if (epochs.size() > 1) {
                    String name = named ? "" : names.numbered(run, locale);
                    lines.add(RunReport.line(name, n, epochs, comparison.metric(), run));
                    more |= named;
                    named = true;
                }
            }
        }
        if (!lines.isEmpty()) {
            page.heading(words("html.curves", comparison.metric()));
            page.figure(
                    CurvesFigure.of(lines, words("column.epoch")),
                    words("html.curves.best") + (more ? " " + words("html.curves.seeds") : ""));
        }
    }

    private void protocols(HtmlPage page, ReportDetails details) {
        if (details.protocols().isEmpty()) {
            return;
        }
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

    private String commands(List<ComparedRow> settings) throws DataException {
        StringBuilder commands = new StringBuilder();
        for (ComparedRow row : settings) {
            commands.append(services.command(row.runs().get(0).spec())).append('\n');
        }
        List<String> ids = settings.stream()
                .flatMap(row -> row.runs().stream())
                .map(run -> Long.toString(run.id()))
                .toList();
        return commands + "nara compare --runs " + String.join(",", ids) + " --metric " + comparison.metric();
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
