package dev.nara.ui.shell;

import dev.nara.analysis.SettingsComparison;
import dev.nara.chart.ChartImage;
import dev.nara.chart.RunComparison;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.Dataset;
import dev.nara.explain.Recommendations;
import dev.nara.interchange.CsvFile;
import dev.nara.interchange.HtmlReport;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** File ▸ Export: asks where, writes elsewhere, and says that it is done. */
final class Exports {
    private static final int CHART_WIDTH = 900;
    private static final int CHART_HEIGHT = 600;

    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final FilePicker picker;
    private final Consumer<String> done;
    private final RunStore store;
    private final Pseudonymiser masks;
    private final Runnable entered;

    /** {@code entered} hears of every submission that the ledger got. */
    Exports(
            Session session,
            Pseudonymiser masks,
            RunStore store,
            Jobs jobs,
            Texts texts,
            FilePicker picker,
            Consumer<String> done,
            Runnable entered) {
        this.masks = masks;
        this.store = store;
        this.entered = entered;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.picker = picker;
        this.done = done;
    }

    void submission() {
        Session.@Nullable Model model = session.modelProperty().get();
        if (model != null) {
            Dataset dataset = model.preparedRun().dataset();
            save(
                    "action.export.submission",
                    "submission.csv",
                    file -> () -> {
                        List<Text> warnings =
                                Submission.write(file, dataset, Submission.Lists.of(recommendations(model)), null);
                        Map<String, Double> scores =
                                LocalScores.of(model.preparedRun(), SubmissionCheck.lists(file, dataset));
                        Ledger.in(store.workspace()).add(LedgerEntry.ofRun(file, model.run(), scores));
                        return warnings;
                    },
                    entered);
        }
    }

    void recommendations() {
        Session.@Nullable Model model = session.modelProperty().get();
        if (model != null) {
            Dataset dataset = model.preparedRun().dataset();
            List<Integer> users =
                    IntStream.range(0, dataset.users().size()).boxed().toList();
            save("action.export.recommendations", "recommendations.csv", file -> () -> {
                CsvFile.recommendations(file, dataset, recommendations(model), users, Submission.LENGTH, masks::user);
                return List.of();
            });
        }
    }

    void curves(List<RunEvent> events) {
        save("action.export.curves", "curves.csv", file -> () -> {
            CsvFile.curves(file, events);
            return List.of();
        });
    }

    void table(String name, List<List<String>> rows) {
        save("compare.export", name, file -> () -> {
            CsvFile.table(file, rows);
            return List.of();
        });
    }

    void comparison(
            RunStore store, Algorithms algorithms, List<StoredRun> runs, String metric, HtmlReport.Details details) {
        Locale locale = texts.locale();
        save("compare.report", "comparison.html", file -> () -> {
            HtmlReport.write(file, SettingsComparison.of(store, algorithms, runs, metric), store, details, locale);
            return List.of();
        });
    }

    /** Several runs in one table, one row an epoch. */
    void comparedCurves(List<RunComparison.Curve> curves) {
        save("action.export.curves", "curves.csv", file -> () -> {
            CsvFile.curves(file, curves);
            return List.of();
        });
    }

    /** What is on screen, as PNG, or as SVG where the file is called so. */
    void chart(JFreeChart chart) {
        save("action.export.chart", "curves.png", file -> () -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                ChartImage.svg(file, chart, CHART_WIDTH, CHART_HEIGHT);
            } else {
                ChartImage.png(file, chart, CHART_WIDTH, CHART_HEIGHT);
            }
            return List.of();
        });
    }

    private static Recommendations recommendations(Session.Model model) {
        return new Recommendations(model.recommender(), model.preparedRun());
    }

    private interface Writer {
        Callable<List<Text>> to(Path file);
    }

    private void save(String titleKey, String name, Writer writer) {
        save(titleKey, name, writer, () -> {});
    }

    private void save(String titleKey, String name, Writer writer, Runnable after) {
        picker.save(texts.get(titleKey), name)
                .ifPresent(file -> jobs.run(writer.to(file), warnings -> {
                    done.accept(texts.get("export.done", file)
                            + (warnings.isEmpty() ? "" : " " + texts.of(warnings.get(0))));
                    after.run();
                }));
    }
}
