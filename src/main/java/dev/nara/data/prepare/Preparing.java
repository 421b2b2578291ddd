package dev.nara.data.prepare;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Executes a {@link Preparation} and records the effect of each step. */
public final class Preparing {
    private final Preparation preparation;
    private final List<Step> steps = new ArrayList<>();
    private Dataset dataset;

    private Preparing(Dataset raw, Preparation preparation) {
        this.dataset = raw;
        this.preparation = preparation;
    }

    /** Prepares the rows of a dataset; without side effects, and not for the window's thread. */
    public static Prepared apply(Dataset raw, Recipe recipe) throws DataException {
        Prepared prepared = some(raw, recipe);
        if (prepared.dataset().interactions().size() == 0) {
            throw new DataException(raw.path(), Text.of("prepare.nothing"), Text.of("prepare.nothing.remedy"));
        }
        return prepared;
    }

    /**
     * Prepares some users only, of whose rows none may remain; for steps that treat each user separately, their counts add up to those of
     * all users.
     */
    public static Prepared some(Dataset raw, Recipe recipe) throws DataException {
        Preparing preparing = new Preparing(raw, recipe.preparation());
        preparing.checkSettings();
        preparing.repair();
        preparing.events();
        preparing.distinct();
        preparing.where();
        preparing.dates();
        preparing.minimums();
        preparing.core();
        Recipe resolved = recipe.with(recipe.preparation().withRepairs(Quality.applied(recipe.preparation())))
                .read(raw.format(), recipe.encoding())
                .with(times(raw, recipe.timeSettings()));
        return new Prepared(raw, resolved, preparing.dataset, List.copyOf(preparing.steps));
    }

    /** Adds the detected zone, so that it is the same when the data is read again; UTC is the default and is not stored. */
    private static TimeSettings times(Dataset raw, TimeSettings said) {
        LogCalendar calendar = raw.calendar();
        boolean found = said.zone().isEmpty() && calendar.kind() == LogCalendar.Kind.INSTANTS;
        return found && !calendar.zoneName().equals("UTC")
                ? new TimeSettings(said.format(), calendar.zoneName())
                : said;
    }

    private void checkSettings() throws DataException {
        if (Math.min(preparation.core(), Math.min(preparation.minimumOfUser(), preparation.minimumOfItem())) < 0) {
            throw new DataException(Text.of("prepare.negative"), Text.of("prepare.negative.remedy"));
        }
        if (preparation.distinct().equals("day") && !dataset.clock()) {
            throw new DataException(Text.of("prepare.no.days"), Text.of("prepare.no.days.remedy"));
        }
        for (String id : preparation.repairs()) {
            if (!id.equals(Preparation.DEFAULT) && !Quality.repairs().contains(id)) {
                throw new DataException(
                        Text.of("prepare.repair", id),
                        Text.of("prepare.repair.remedy", String.join(", ", Quality.repairs())));
            }
        }
    }

    private void repair() {
        List<String> applied = Quality.applied(preparation);
        for (Repair repair : Repair.ALL) {
            Flaw flaw = applied.contains(repair.id()) ? repair.look().apply(dataset) : null;
            if (flaw != null) {
                step(
                        "repair." + repair.id(),
                        Numbers.grouped(flaw.finding().count()),
                        flaw.repaired().get());
            }
        }
    }

    private void events() throws DataException {
        String positive = preparation.positive();
        if (positive != null) {
            step("positive", positive, EventWeights.parse(positive).apply(dataset));
        }
    }

    private void distinct() throws DataException {
        if (!preparation.distinct().equals("none")) {
            Rows.Key key;
            try {
                key = Rows.Key.valueOf(preparation.distinct().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new DataException(
                        Text.of("prepare.distinct", preparation.distinct()), Text.of("prepare.distinct.remedy"));
            }
            step("distinct", preparation.distinct(), dataset.with(Rows.firstOf(dataset, key)));
        }
    }

    private void where() throws DataException {
        for (String text : preparation.where()) {
            Interactions rows = dataset.interactions();
            Condition condition = Condition.parse(text, dataset);
            GivenTest given = dataset.given();
            step(
                    "where",
                    text.strip(),
                    dataset.with(
                            rows.filter(condition.on(rows)),
                            given == null ? null : given.filter(condition.on(given.rows()))));
        }
    }

    private void dates() throws DataException {
        if (preparation.from().isEmpty() && preparation.to().isEmpty()) {
            return;
        }
        if (!dataset.clock()) {
            throw new DataException(Text.of("prepare.no.clock"), Text.of("prepare.no.clock.remedy"));
        }
        long from = preparation.from().isEmpty()
                ? Long.MIN_VALUE
                : dataset.calendar().start(day(preparation.from()));
        long end = preparation.to().isEmpty()
                ? Long.MAX_VALUE
                : dataset.calendar().start(day(preparation.to()).plusDays(1));
        Interactions rows = dataset.interactions();
        GivenTest given = dataset.given();
        step(
                "dates",
                preparation.from() + " … " + preparation.to(),
                dataset.with(
                        rows.filter((user, row) -> rows.time(row) >= from && rows.time(row) < end),
                        given == null
                                ? null
                                : given.filter((user, row) -> given.rows().time(row) >= from
                                        && given.rows().time(row) < end)));
    }

    private static LocalDate day(String text) throws DataException {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new DataException(Text.of("prepare.day", text), Text.of("prepare.day.remedy"));
        }
    }

    private void minimums() {
        int ofUser = preparation.minimumOfUser();
        int ofItem = preparation.minimumOfItem();
        if (ofUser > 1 || ofItem > 1) {
            Dataset fewer = Rows.fewer(dataset, Rows.atLeast(dataset.interactions(), ofUser, ofItem));
            step(
                    "minimum",
                    Math.max(1, ofUser) + " / " + Math.max(1, ofItem),
                    ofItem > 1 ? Rows.watchedOnly(fewer) : fewer);
        }
    }

    /** Iterative k-core: removing a user may bring an item below the limit, and vice versa. */
    private void core() {
        int core = preparation.core();
        if (core < 2) {
            return;
        }
        for (int round = 1; ; round++) {
            Interactions rows = dataset.interactions();
            Interactions kept = Rows.atLeast(rows, core, core);
            if (kept.size() == rows.size()) {
                break;
            }
            step("core", core + ", " + round, Rows.fewer(dataset, kept));
        }
        step("catalogue", "", Rows.watchedOnly(dataset));
    }

    /** Replaces the dataset by the result of a step, and records the change, if any. */
    private void step(String step, String detail, Dataset after) {
        if (!after.equals(dataset)) {
            steps.add(new Step(step, detail, counts(dataset), counts(after)));
            dataset = after;
        }
    }

    /** The number of rows, and of users and items with rows. */
    public static Step.Counts counts(Dataset dataset) {
        Interactions rows = dataset.interactions();
        int users = 0;
        for (int u = 0; u < rows.users(); u++) {
            users += rows.count(u) > 0 ? 1 : 0;
        }
        int items = 0;
        for (int count : rows.itemCounts()) {
            items += count > 0 ? 1 : 0;
        }
        GivenTest given = dataset.given();
        return new Step.Counts(rows.size(), users, items, dataset.items().size(), given == null ? 0 : given.pairs());
    }
}
