package dev.nara.ui.shell;

import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.SettingsComparison;
import dev.nara.chart.ChartImage;
import dev.nara.chart.Palette;
import dev.nara.chart.RunCurve;
import dev.nara.competition.Fits;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.explain.Recommendations;
import dev.nara.interchange.CsvFile;
import dev.nara.interchange.HtmlReport;
import dev.nara.interchange.ReportDetails;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.database.TestLooks;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.FitQuestion;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.WrittenSubmission;
import dev.nara.ui.compare.CompareController;
import dev.nara.ui.train.RunOnScreen;
import dev.nara.ui.train.TrainController;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The actions of the menu File › Export, and the files of the Compare workspace: asks for a place, writes off the JavaFX thread, and
 * reports the result.
 */
final class Exports implements CompareController.Exporter {
    private static final String RECOMMENDATIONS = "written.recommendations";
    private static final int CHART_WIDTH = 900;
    private static final int CHART_HEIGHT = 600;

    private final ScreenContext shared;
    private final Session session;
    private final Texts texts;
    private final Fits fits;
    private final Trainer trainer;
    private final Runnable entered;

    /**
     * {@code trainer} trains runs on all rows before a submission, {@code entered} is called after each entry in the ledger of submissions.
     */
    Exports(ScreenContext shared, Trainer trainer, Runnable entered) {
        this.shared = shared;
        this.session = shared.session();
        this.texts = shared.frame().texts();
        this.fits = new Fits(shared.services(), shared.store());
        this.trainer = trainer;
        this.entered = entered;
    }

    /** Adds the actions to the window's list. */
    void addTo(Actions actions, TrainController train) {
        RunOnScreen screen = train.screen();
        var noModel = session.modelProperty().isNull();
        var nothingShown = train.headlineProperty().isEmpty();
        actions.add("export.submission", "Shortcut+E", this::submission, noModel, "off.no.model");
        actions.add("export.recommendations", "", this::recommendations, noModel, "off.no.model");
        actions.add("export.curves", "", () -> curves(screen), nothingShown, "off.no.curves");
        actions.add("export.chart", "", () -> chart(screen.chart(Palette.light())), nothingShown, "off.no.curves");
    }

    private void submission() {
        Session.@Nullable Model model = session.modelProperty().get();
        if (model != null) {
            new FitQuestion(shared.frame(), fits, trainer).before(() -> List.of(run(model)), () -> submission(model));
        }
    }

    private StoredRun run(Session.Model model) throws DataException {
        return shared.store().find(Long.toString(model.run()));
    }

    private void submission(Session.Model model) {
        Session.@Nullable Opened opened = session.openedProperty().get();
        shared.frame()
                .picker()
                .save(texts.get("action.export.submission"), "submission.csv")
                .ifPresent(file -> shared.frame().jobs().run(() -> write(file, model, opened), written -> {
                    WrittenSubmission.tell(shared.frame(), file, written.lists(), written.warnings());
                    entered.run();
                }));
    }

    /** A written submission. */
    private record Written(int lists, List<Text> warnings) {}

    /**
     * Writes the lists of the model trained on all rows, if there is one; the scores are those of the run itself, which was not trained on
     * held-out rows.
     */
    private Written write(Path file, Session.Model model, Session.@Nullable Opened opened)
            throws DataException, IOException {
        StoredRun shown = run(model);
        StoredRun run = fits.runOf(shown).orElse(shown);
        Prepared data = opened != null && opened.isOf(run.spec())
                ? opened.prepared()
                : shared.services().data(run, Progress.NONE);
        Optional<Services.Reopened> fit = shown.fitOf().isPresent() ? Optional.empty() : fits.reopened(run, data);
        Recommendations lists = fit.map(f -> new Recommendations(f.recommender(), f.preparedRun()))
                .orElseGet(() -> recommendations(model));
        TestLooks looks = shared.store().looks();
        Map<String, Double> local;
        if (run.id() == shown.id()) {
            local = LocalScores.of(looks, run.id(), model.preparedRun(), model.recommender());
        } else {
            Services.Reopened own = shared.services().reopen(shared.store(), run, data);
            local = LocalScores.of(looks, run.id(), own.preparedRun(), own.recommender());
        }
        List<Text> warnings = Submission.write(file, model.preparedRun().dataset(), Submission.Lists.of(lists), null);
        List<Long> used = run.id() != shown.id()
                ? List.of(shown.id())
                : fit.map(f -> List.of(f.run().id())).orElse(List.of());
        Ledger.in(shared.store().workspace())
                .add(LedgerEntry.ofRun(file, run.id(), used, local)
                        .on(run.spec().dataName()));
        return new Written(
                SubmissionCheck.lists(file, model.preparedRun().dataset()).size(), warnings);
    }

    private void recommendations() {
        Session.@Nullable Model model = session.modelProperty().get();
        if (model != null) {
            Dataset dataset = model.preparedRun().dataset();
            List<Integer> users =
                    IntStream.range(0, dataset.users().size()).boxed().toList();
            save(
                    "action.export.recommendations",
                    "recommendations.csv",
                    RECOMMENDATIONS,
                    file -> CsvFile.recommendations(
                            file,
                            dataset,
                            recommendations(model),
                            users,
                            Submission.LENGTH,
                            shared.pseudonymiser()::user,
                            false));
        }
    }

    /** Writes the curves of the run on screen, or of several in one table, with one row per epoch. */
    private void curves(RunOnScreen screen) {
        List<RunEvent> events = screen.events();
        List<RunCurve> compared = screen.compared();
        save("action.export.curves", "curves.csv", "written.curves", file -> {
            if (compared.isEmpty()) {
                CsvFile.curves(file, events);
            } else {
                CsvFile.curves(file, compared);
            }
        });
    }

    @Override
    public void table(List<List<String>> rows) {
        save("compare.export", "runs.csv", "written.table", file -> CsvFile.table(file, rows));
    }

    @Override
    public void report(List<StoredRun> runs, String metric, ReportDetails details) {
        Locale locale = texts.locale();
        RunStore store = shared.store();
        save("compare.report", "comparison.html", "written.report", file -> {
            SettingsComparison comparison =
                    ComparedSettings.of(store, shared.services().algorithms(), runs, metric);
            HtmlReport.write(file, comparison, shared.services(), store, details, locale);
        });
    }

    /** Writes a chart as PNG, or as SVG if the file name ends so. */
    private void chart(JFreeChart chart) {
        save("action.export.chart", "curves.png", "written.chart", file -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                ChartImage.svg(file, chart, CHART_WIDTH, CHART_HEIGHT);
            } else {
                ChartImage.png(file, chart, CHART_WIDTH, CHART_HEIGHT);
            }
        });
    }

    private static Recommendations recommendations(Session.Model model) {
        return new Recommendations(model.recommender(), model.preparedRun());
    }

    /** Describes what was written; for recommendations, mentions that they contain ids. */
    private String description(String written) {
        return texts.get(written) + (written.equals(RECOMMENDATIONS) ? " " + texts.get("export.ids") : "");
    }

    /** Writes a file. */
    private interface Writer {
        void to(Path file) throws Exception;
    }

    /** Asks for a file, writes it, and reports where it is; {@code written} is the key of its description. */
    private void save(String titleKey, String name, String written, Writer writer) {
        shared.frame().picker().save(texts.get(titleKey), name).ifPresent(file -> shared.frame()
                .jobs()
                .run(
                        () -> {
                            writer.to(file);
                            return file;
                        },
                        done -> shared.frame().notices().written(description(written), done)));
    }
}
