package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Leaderboard;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.SubmissionCheck;
import dev.nara.competition.SubmissionDifference;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.read.service.LaterViews;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions on submissions: checking, comparing, scoring on later months, and keeping in the ledger. */
final class SubmissionActions implements SubmissionsPane.Requests {
    private final Workplace at;
    private final Texts texts;
    private final ExportModel model;
    private final Ledger ledger;

    SubmissionActions(Workplace at, ExportModel model) {
        this.at = at;
        this.texts = at.texts();
        this.model = model;
        this.ledger = Ledger.in(at.store().workspace());
    }

    /** Reads the ledger again. */
    void readLedger() {
        at.jobs().run(ledger::entries, this::show);
    }

    /** Shows a submission that was added to the ledger, with its check. */
    void entered(Path file) {
        readLedger();
        check(file);
    }

    private void show(List<LedgerEntry> entries) {
        model.ledger().setAll(entries);
    }

    @Override
    public void check() {
        at.picker().file(texts.get("export.check"), Optional.empty()).ifPresent(this::check);
    }

    private void check(Path file) {
        at.opened().map(Session.Opened::dataset).ifPresent(dataset -> at.jobs()
                .run(() -> SubmissionCheck.of(dataset).check(file), result -> show(file, result)));
    }

    private void show(Path file, SubmissionCheck.Result result) {
        model.checkedProperty().set(new ExportModel.Checked(file, result, List.of()));
    }

    @Override
    public void difference(LedgerEntry entry) {
        Optional<Path> other = at.picker().file(texts.get("export.against"), Optional.empty());
        Optional<Dataset> dataset = at.opened().map(Session.Opened::dataset);
        if (other.isPresent() && dataset.isPresent()) {
            at.jobs().run(() -> against(entry, other.get(), dataset.get()), model.checkedProperty()::set);
        }
    }

    private ExportModel.Checked against(LedgerEntry entry, Path other, Dataset dataset) throws DataException {
        Path copy = ledger.copy(entry);
        SubmissionDifference difference =
                SubmissionDifference.of(SubmissionCheck.lists(copy, dataset), SubmissionCheck.lists(other, dataset));
        return new ExportModel.Checked(
                other,
                SubmissionCheck.of(dataset).check(other),
                List.of(Text.of("export.differs", Path.of(entry.file()).getFileName()), difference.words()));
    }

    @Override
    public void bringIn() {
        Session.Model current = at.session().modelProperty().get();
        at.opened().ifPresent(opened -> at.picker()
                .file(texts.get("export.import"), Optional.empty())
                .ifPresent(file -> at.jobs()
                        .run(
                                () -> {
                                    enter(file, current == null ? rule(opened.prepared()) : current.preparedRun());
                                    return file;
                                },
                                this::entered)));
    }

    /** The run whose protocol scores a file if no run is on screen: that of a simple rule. */
    private PreparedRun rule(Prepared open) throws DataException {
        ComposeRecipe rule = new ComposeRecipe(ComposeRecipe.RULE, ComposeRecipe.Filters.NONE);
        return CompositionSetup.of(at.services(), at.store(), rule, open, () -> open, "")
                .preparedRun();
    }

    private void enter(Path file, PreparedRun preparedRun) throws DataException, IOException {
        Map<String, List<Integer>> lists = SubmissionCheck.lists(file, preparedRun.dataset());
        if (lists.isEmpty()) {
            throw new DataException(file, Text.of("check.no.lists"), Text.of("check.no.lists.remedy"));
        }
        ledger.add(LedgerEntry.foreign(
                        file, LocalScores.of(at.store().looks(), preparedRun, LedgerEntry.hash(file), lists))
                .on(preparedRun.dataset().name()));
    }

    @Override
    public void simulate(LedgerEntry entry) {
        Optional<Path> later = at.picker().folder(texts.get("export.simulate"), Optional.empty());
        Optional<Dataset> dataset = at.opened().map(Session.Opened::dataset);
        if (later.isPresent() && dataset.isPresent()) {
            at.jobs().run(() -> onLater(entry, later.get(), dataset.get()), this::change);
        }
    }

    private LedgerEntry onLater(LedgerEntry entry, Path later, Dataset dataset) throws DataException {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, List<Integer>> lists = SubmissionCheck.lists(ledger.copy(entry), dataset);
        for (Leaderboard.Standing standing : Leaderboard.of(dataset, lists, LaterViews.read(later, dataset))) {
            scores.put("later " + standing.period(), standing.score());
        }
        return entry.with(scores);
    }

    @Override
    public void change(LedgerEntry entry) {
        at.jobs()
                .run(
                        () -> {
                            ledger.change(entry);
                            return ledger.entries();
                        },
                        this::show,
                        error -> refuse(texts.of(error)));
    }

    @Override
    public void score(LedgerEntry entry, boolean ofPublic, String typed) {
        Optional<Double> number = number(typed);
        if (number.isEmpty() && !typed.isBlank()) {
            refuse(texts.get("export.number", typed));
            return;
        }
        Double score = number.orElse(null);
        change(entry.scored(ofPublic ? score : entry.publicScore(), ofPublic ? entry.privateScore() : score));
    }

    private static Optional<Double> number(String typed) {
        try {
            return Optional.of(Double.parseDouble(typed.strip())).filter(n -> n >= 0 && n <= 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void handIn(LedgerEntry entry, String day) {
        try {
            change(entry.handedIn(
                    day.isBlank() ? "" : LocalDate.parse(day.strip()).toString()));
        } catch (DateTimeParseException e) {
            refuse(texts.get("export.day", day));
        }
    }

    /** Reports why an input was refused, and shows the stored values again. */
    private void refuse(String reason) {
        at.say(reason);
        readLedger();
    }
}
