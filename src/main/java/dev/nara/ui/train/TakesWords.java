package dev.nara.ui.train;

import dev.nara.algorithm.Cost;
import dev.nara.analysis.ShortSetting;
import dev.nara.search.VariedSettings.Varied;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.RunsAhead.Ahead;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Describes what runs would take. Times are based on measurements: exact ones for the same settings, marked as approximate for others.
 *
 * @param epochSeconds the just measured time of an epoch of these settings; empty if it was not measured
 */
record TakesWords(RunsAhead ahead, OptionalDouble epochSeconds, Texts texts) {
    /** More runs than this are shown as a range. */
    static final int COLUMNS = 3;

    private static final double SEARCH_SECONDS = 30 * 60;
    /** The share of a search that remains for its trials. */
    private static final double TRIALS = .9;

    /** One cell per run, or a single one with the range over all. */
    record Row(String name, List<String> cells) {}

    /** The column headings; none for a single column. */
    List<String> heads() {
        boolean single = ahead.runs().size() < 2 || ahead.runs().size() > COLUMNS;
        return single ? List.of() : ahead.runs().stream().map(this::head).toList();
    }

    private String head(Ahead run) {
        return ahead.varied().varied().stream()
                .filter(one -> one.dimension().count().orElse(2) > 1)
                .map(one -> ShortSetting.of(name(one), value(one, run.spec()), texts.locale()))
                .collect(Collectors.joining(" · "));
    }

    private static String name(Varied one) {
        return one.others().isEmpty() ? one.dimension().name() : "size";
    }

    private static String value(Varied one, RunSpec spec) {
        String name = one.dimension().name();
        return spec.values().getOrDefault(name, spec.run().values().getOrDefault(name, ""));
    }

    /** Parameters, memory and time; empty without runs. */
    List<Row> rows() {
        return ahead.runs().isEmpty()
                ? List.of()
                : List.of(
                        row("takes.parameters", run -> cost(run, cost -> count(cost.parameters()))),
                        row("takes.memory", run -> cost(run, this::memory)),
                        row("takes.time", this::time));
    }

    private Row row(String key, Function<Ahead, String> cell) {
        List<Ahead> runs = ahead.runs();
        if (runs.size() <= COLUMNS) {
            return new Row(texts.get(key), runs.stream().map(cell).toList());
        }
        List<Ahead> fresh = ahead.fresh().isEmpty() ? runs : ahead.fresh();
        List<String> sorted = fresh.stream()
                .sorted(Comparator.comparingDouble(run -> key.equals("takes.time") ? seconds(run) : work(run)))
                .map(cell)
                .distinct()
                .toList();
        String least = sorted.get(0);
        String most = sorted.get(sorted.size() - 1);
        return new Row(texts.get(key), List.of(least.equals(most) ? least : texts.get("takes.range", least, most)));
    }

    private static double work(Ahead run) {
        return run.forecast().cost().map(Cost::parameters).orElse(0L);
    }

    private static String cost(Ahead run, Function<Cost, String> words) {
        return run.forecast().cost().map(words).orElse("–");
    }

    private String time(Ahead run) {
        if (run.known() > 0) {
            return texts.get("takes.known", run.known());
        }
        double seconds = seconds(run);
        if (Double.isNaN(seconds)) {
            return ahead.runs().size() == 1 ? texts.get("takes.unknown") : "–";
        }
        return about(run) + Numbers.duration(seconds);
    }

    private String about(Ahead run) {
        return run.forecast().exact() ? "" : "≈ ";
    }

    /** The training time of a run; NaN if there is no measurement. */
    private double seconds(Ahead run) {
        double measured = epochSeconds.isPresent()
                ? epochSeconds.getAsDouble() * run.spec().epochs()
                : Double.NaN;
        return run.forecast().seconds().orElse(measured);
    }

    /** Whether the times of all runs are known. */
    boolean timed() {
        return ahead.fresh().stream().noneMatch(run -> Double.isNaN(seconds(run)));
    }

    /** How many runs there are, and what they wait for. */
    String what(boolean trains) {
        if (ahead.search()) {
            return search();
        }
        int fresh = ahead.fresh().size();
        int waiting = ahead.queued().runs();
        return fresh == 0
                ? texts.get("takes.none")
                : waiting > 0
                        ? texts.get("takes.after.queued", fresh, waiting)
                        : texts.get(trains ? "takes.after.running" : "takes.new", fresh);
    }

    private String search() {
        OptionalLong count = ahead.varied().count();
        long trials = timed()
                ? Math.max(1, (long)
                        (TRIALS * SEARCH_SECONDS / seconds(ahead.runs().get(0))))
                : 0;
        if (count.isEmpty()) {
            return trials == 0 ? texts.get("takes.search.minutes", 30) : texts.get("takes.search.some", trials);
        }
        long all = count.getAsLong();
        return trials == 0
                ? texts.get("takes.search.unknown", Numbers.grouped(all))
                : texts.get("takes.search.of", Numbers.grouped(Math.min(all, trials)), Numbers.grouped(all));
    }

    /**
     * How long all of them take and when they would be done; "" if this is not known.
     *
     * @param left seconds left of running runs; NaN if this is not known
     */
    String when(boolean trains, double left, LocalTime now) {
        if (ahead.search()) {
            return texts.get("takes.search.ends", minute(now, SEARCH_SECONDS));
        }
        List<Ahead> fresh = ahead.fresh();
        if (fresh.isEmpty() || !timed()) {
            return "";
        }
        double all = fresh.stream().mapToDouble(this::seconds).sum();
        String whole = (fresh.stream().allMatch(run -> run.forecast().exact()) ? "" : "≈ ") + Numbers.duration(all);
        double before = (trains ? left : 0) + ahead.queued().seconds().orElse(Double.NaN);
        return Double.isNaN(before) || !ahead.queued().oneByOne()
                ? whole
                : texts.get("takes.done", whole, minute(now, before + all));
    }

    private static LocalTime minute(LocalTime now, double seconds) {
        return now.plusSeconds(Math.round(seconds)).truncatedTo(ChronoUnit.MINUTES);
    }

    /** A count such as 1.86 M, 86 k, 950. */
    static String count(long number) {
        return number >= 1_000_000
                ? String.format(Locale.ROOT, number >= 100_000_000 ? "%.0f M" : "%.2f M", number / 1e6)
                : number >= 10_000 ? String.format(Locale.ROOT, "%.0f k", number / 1e3) : Numbers.grouped(number);
    }

    private String memory(Cost cost) {
        String here = memory(cost.bytes());
        return cost.deviceBytes() == 0 ? here : texts.get("takes.memory.device", here, memory(cost.deviceBytes()));
    }

    /** A size such as 1.1 GB, 85 MB. */
    static String memory(long bytes) {
        double megabytes = bytes / 1048576.0;
        return megabytes >= 1000
                ? String.format(Locale.ROOT, "%.1f GB", megabytes / 1024)
                : String.format(Locale.ROOT, "%d MB", Math.max(1, Math.round(megabytes)));
    }
}
