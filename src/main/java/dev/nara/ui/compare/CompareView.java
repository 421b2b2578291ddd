package dev.nara.ui.compare;

import dev.nara.chart.Palette;
import dev.nara.chart.Scatter;
import dev.nara.eval.Significance;
import dev.nara.run.Contest;
import dev.nara.run.RunEvent;
import dev.nara.run.Slices;
import dev.nara.run.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Masks;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.compare.CompareModel.Child;
import dev.nara.ui.compare.CompareModel.Difference;
import dev.nara.ui.compare.CompareModel.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/** The Compare workspace: all runs in a table, and pages about the chosen ones. */
final class CompareView {
    /** Above curves; the table has all. */
    private static final int MOST_VERDICTS = 8;

    /** Such as {@code factors>=32} or {@code score>0.3}. */
    private static final Pattern CONDITION = Pattern.compile("([\\w@.-]+)(>=|<=|=|>|<)(.+)");

    private final CompareModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Masks masks;
    private final Requests requests;
    private final SplitPane split = new SplitPane();
    private final VBox root;
    private final TableView<StoredRun> runs;
    private final ProtocolPage protocols;
    private final FilteredList<StoredRun> found;
    private final FilteredList<Child> shownChildren;
    private final StackPane curvesPlace = new StackPane();
    private final StackPane settingPlace = new StackPane();
    private final StackPane childrenPlace = new StackPane();
    private final ComboBox<String> grouping = new ComboBox<>();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final Label childrenTitle = new Label();
    private final TabPane pages = new TabPane();
    private final Tab settingPage;
    private Consumer<Integer> child = user -> {};
    private Consumer<List<StoredRun>> picked = some -> {};
    private boolean choosing;

    /** Runs that share a setting's value; {@code top} is the best of them. */
    private record Group(String value, int runs, double mean, double best, StoredRun top) {}

    /** What people ask for. */
    interface Requests {
        /** Figures under all protocols. */
        void evaluate();

        /** Groups of the albums to find beside those of children. */
        void groupItems();

        /** What separates these runs, the best of each value of a setting. */
        void judge(List<StoredRun> bests);

        /** The run table as a file. */
        void table();

        /** The comparison as a page. */
        void report();
    }

    CompareView(CompareModel model, Texts texts, ObjectProperty<Theme> theme, Masks masks, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.masks = masks;
        this.requests = requests;
        found = new FilteredList<>(model.runs());
        shownChildren = new FilteredList<>(model.children());
        runs = runTable();
        settingPage = settingPage();
        protocols = new ProtocolPage(model, texts, theme, requests::evaluate);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().addAll(runs, pages());
        split.setDividerPositions(0.4);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(head(), message(), split);
        root.setId("compare-workspace");
        model.runs().addListener((ListChangeListener<StoredRun>) change -> renew());
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> showChosen());
        model.standings().addListener((ListChangeListener<CompareModel.Standing>) change -> runs.refresh());
        model.metricProperty().addListener((o, was, is) -> renew());
        model.children().addListener((ListChangeListener<Child>) change -> showChildren());
        grouping.valueProperty().addListener((o, was, is) -> showSetting());
        theme.addListener((o, was, is) -> redraw());
        texts.localeProperty().addListener((o, was, is) -> redraw());
        renew();
    }

    Region root() {
        return root;
    }

    /** Puts other runs into the table; what is chosen stays so. */
    void replace(List<StoredRun> all) {
        choosing = true;
        model.runs().setAll(all);
        choosing = false;
    }

    /** Why a part of the comparison is missing; above all pages. */
    private Node message() {
        Label message = label(model.messageProperty(), "field-problem");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        message.setWrapText(true);
        message.setMinWidth(0);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.setPadding(new Insets(0, 12, 6, 12));
        return message;
    }

    /** Who shows a child that was double-clicked. */
    void onChild(Consumer<Integer> handler) {
        child = handler;
    }

    /** Who hears of runs that are chosen in the table. */
    void onPick(Consumer<List<StoredRun>> handler) {
        picked = handler;
    }

    private Node head() {
        Label title = label(texts.binding("workspace.compare"), "workspace-title");
        CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
        search.setId("compare-search");
        search.promptTextProperty().bind(texts.binding("compare.search"));
        search.setPrefWidth(240);
        search.textProperty().addListener((o, was, is) -> found.setPredicate(run -> matches(run, is)));
        ComboBox<String> metric = new ComboBox<>(model.metrics());
        metric.setId("compare-metric");
        metric.accessibleTextProperty().bind(texts.binding("compare.metric"));
        metric.valueProperty().bindBidirectional(model.metricProperty());
        Button save = Tables.button(texts, "compare-export", "compare.export", requests::table);
        save.disableProperty().bind(Bindings.isEmpty(model.runs()));
        Button page = Tables.button(texts, "compare-report", "compare.report", requests::report);
        page.disableProperty().bind(Bindings.isEmpty(model.standings()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(title, search, gap, label(texts.binding("compare.metric"), "field-label"), metric, save, page);
        head.getStyleClass().add("head-row");
        return head;
    }

    private static Label label(ObservableValue<String> text, String style) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private boolean matches(StoredRun run, String search) {
        String all = (run.title() + " " + run.label().tags() + " " + Contest.settings(run.spec())
                        + texts.get("algorithm." + run.spec().algorithm()))
                .toLowerCase(Locale.ROOT);
        for (String word : search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            Matcher condition = CONDITION.matcher(word);
            if (condition.matches() ? !holds(run, condition) : !all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a run has a setting or a metric of that name which is so; a run without it has not. */
    private static boolean holds(StoredRun run, Matcher condition) {
        Map<String, String> known = new HashMap<>();
        Contest.settings(run.spec()).forEach((name, value) -> known.put(name.toLowerCase(Locale.ROOT), value));
        best(run).forEach((name, figure) -> known.put(name.toLowerCase(Locale.ROOT), Double.toString(figure)));
        String value = known.getOrDefault(condition.group(1), "").toLowerCase(Locale.ROOT);
        Optional<Double> has = number(value);
        Optional<Double> wanted = number(condition.group(3));
        boolean numbers = has.isPresent() && wanted.isPresent();
        int order = numbers ? Double.compare(has.get(), wanted.get()) : value.compareTo(condition.group(3));
        return !value.isEmpty()
                && switch (condition.group(2)) {
                    case "=" -> order == 0;
                    case ">=" -> numbers && order >= 0;
                    case "<=" -> numbers && order <= 0;
                    case ">" -> numbers && order > 0;
                    default -> numbers && order < 0;
                };
    }

    private TableView<StoredRun> runTable() {
        TableView<StoredRun> table = Tables.table("compare-runs", texts, "compare.runs.empty");
        SortedList<StoredRun> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StoredRun>) change -> choose());
        return table;
    }

    private void choose() {
        if (!choosing) {
            List<StoredRun> now = runs.getSelectionModel().getSelectedItems().stream()
                    .filter(r -> r != null)
                    .toList();
            if (!now.equals(model.chosen())) {
                choosing = true;
                model.chosen().setAll(now);
                choosing = false;
                picked.accept(now);
            }
        }
    }

    private void showChosen() {
        if (!choosing) {
            choosing = true;
            runs.getSelectionModel().clearSelection();
            model.chosen().forEach(run -> runs.getSelectionModel().select(run));
            choosing = false;
        }
    }

    /** The columns that tell these runs apart, and the settings that runs can be grouped by. */
    private void renew() {
        boolean before = choosing;
        choosing = true;
        Map<String, List<String>> differing = Contest.differences(model.runs());
        show(columns(differing));
        String group = grouping.getValue();
        grouping.getItems().setAll(differing.keySet());
        grouping.setValue(differing.containsKey(group == null ? "" : group) ? group : null);
        if (grouping.getValue() == null && !grouping.getItems().isEmpty()) {
            grouping.setValue(grouping.getItems().get(0));
        }
        choosing = before;
        showSetting();
    }

    private Map<String, TableColumn<StoredRun, ?>> columns(Map<String, List<String>> differing) {
        Map<String, TableColumn<StoredRun, ?>> columns = new LinkedHashMap<>();
        columns.put("run", Tables.number(texts, "column.run", 50, StoredRun::id, Numbers::grouped));
        columns.put(
                "name",
                Tables.text(
                        texts,
                        "column.name",
                        120,
                        r -> (r.label().star() ? "★ " : "") + r.label().name()));
        columns.put(
                "algorithm",
                Tables.text(
                        texts,
                        "column.algorithm",
                        150,
                        r -> texts.get("algorithm." + r.spec().algorithm())));
        Set<String> metrics = new LinkedHashSet<>();
        metrics.add(model.metricProperty().get());
        model.runs().forEach(r -> best(r).keySet().forEach(metrics::add));
        metrics.stream().filter(m -> m != null && !m.isEmpty()).forEach(m -> columns.put("metric." + m, metric(m)));
        columns.put(
                "epoch",
                Tables.number(
                        texts,
                        "column.best.epoch",
                        70,
                        r -> r.best().map(RunEvent.EpochDone::epoch).orElse(0),
                        Numbers::grouped));
        columns.put("last", last());
        columns.put("verdict", Tables.text(texts, "column.verdict", 120, r -> model.verdict(r.id())));
        differing.keySet().stream()
                .filter(this::tellsApart)
                .forEach(name -> columns.put(
                        "setting." + name, Tables.plain(texts.setting(name), 110, r -> Contest.settings(r.spec())
                                .getOrDefault(name, ""))));
        columns.forEach((id, column) -> column.setId(id));
        return columns;
    }

    /** Puts columns on screen; those that are there already stay as they are: hidden or not, wide, sorted by. */
    private void show(Map<String, TableColumn<StoredRun, ?>> columns) {
        for (TableColumn<StoredRun, ?> known : runs.getColumns()) {
            columns.computeIfPresent(known.getId(), (id, fresh) -> known);
        }
        List<TableColumn<StoredRun, ?>> wanted = List.copyOf(columns.values());
        List<StoredRun> kept = List.copyOf(model.chosen());
        if (!Set.copyOf(wanted).equals(Set.copyOf(runs.getColumns()))) {
            List<TableColumn<StoredRun, ?>> order = List.copyOf(runs.getSortOrder());
            runs.getColumns().setAll(wanted);
            runs.getSortOrder().setAll(order.stream().filter(wanted::contains).toList());
        }
        runs.refresh();
        kept.forEach(run -> runs.getSelectionModel().select(run));
    }

    /** Whether several runs have the setting, with different values; the algorithm has a column of its own. */
    private boolean tellsApart(String name) {
        return !name.equals("algorithm")
                && model.runs().stream()
                                .map(r -> Contest.settings(r.spec()).getOrDefault(name, ""))
                                .filter(value -> !value.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    private static Map<String, Double> best(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::metrics).orElse(Map.of());
    }

    private static TableColumn<StoredRun, Number> metric(String name) {
        return Tables.numbers(
                name,
                90,
                r -> best(r).getOrDefault(name, Double.NaN),
                (r, figure) -> Double.isNaN(figure.doubleValue()) ? "" : r.words(figure.doubleValue()));
    }

    /** What the chosen metric was after the last epoch that was evaluated, in grey: the best is what counts. */
    private TableColumn<StoredRun, Number> last() {
        TableColumn<StoredRun, Number> column = Tables.numbers(
                "",
                80,
                r -> r.last()
                        .map(epoch -> epoch.metrics().get(model.metricProperty().get()))
                        .orElse(Double.NaN),
                (r, figure) -> Double.isNaN(figure.doubleValue()) ? "" : r.words(figure.doubleValue()));
        column.textProperty().bind(texts.binding("column.last"));
        column.getStyleClass().add("grey-column");
        return column;
    }

    private static String percent(Number share) {
        return Double.isNaN(share.doubleValue()) ? "" : Numbers.percent(share.doubleValue(), 0);
    }

    private static String chance(Number p) {
        return p.doubleValue() < 0.0001 ? "< 0.0001" : Numbers.figure(p);
    }

    private TabPane pages() {
        pages.setId("compare-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.getTabs()
                .addAll(
                        Tables.page(texts, "compare.verdict", standings()),
                        Tables.page(texts, "compare.curves", curvesPlace),
                        differences(),
                        settingPage,
                        Tables.page(texts, "compare.children", children()),
                        Tables.page(texts, "compare.slices", slices()),
                        Tables.page(texts, "compare.protocols", protocols.root()));
        return pages;
    }

    private Node standings() {
        TableView<Standing> table = Tables.table("standings", texts, "compare.verdict.empty");
        table.setItems(model.standings());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.run", 140, Standing::title),
                        Tables.text(texts, "column.algorithm", 150, s -> texts.get("algorithm." + s.algorithm())),
                        Tables.number(texts, "column.seeds", 60, Standing::seeds, Numbers::grouped),
                        Tables.number(texts, "column.mean", 80, Standing::mean, Numbers::figure),
                        Tables.number(texts, "column.deviation", 90, Standing::deviation, Numbers::figure),
                        Tables.number(texts, "column.difference", 100, Standing::difference, Numbers::signed),
                        Tables.text(texts, "column.interval", 150, CompareView::interval),
                        Tables.number(texts, "column.p", 80, Standing::p, CompareView::chance),
                        Tables.number(texts, "column.by.seeds", 90, Standing::bySeeds, CompareView::percent),
                        Tables.number(texts, "column.t.test", 80, Standing::tTest, CompareView::chance),
                        Tables.number(texts, "column.wilcoxon", 80, Standing::wilcoxon, CompareView::chance),
                        Tables.text(texts, "column.verdict", 170, Standing::verdict)));
        VBox.setVgrow(table, Priority.ALWAYS);
        Label explained = label(texts.binding("compare.verdict.help"), "cell-detail");
        explained.setWrapText(true);
        explained.setMinWidth(0);
        explained.setMinHeight(Region.USE_PREF_SIZE);
        VBox page = new VBox(table, explained);
        page.getStyleClass().add("compare-page");
        return page;
    }

    private static String interval(Standing s) {
        return Double.isNaN(s.difference()) ? "" : Numbers.signed(s.low()) + " … " + Numbers.signed(s.high());
    }

    /** A column a run; filled while somebody looks, for many columns take their time. */
    private Tab differences() {
        TableView<Difference> table = Tables.table("compare-settings", texts, "compare.settings.empty");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        Tab page = Tables.page(texts, "compare.settings", table);
        model.differences().addListener((ListChangeListener<Difference>) change -> showDifferences(table, page));
        page.selectedProperty().addListener((o, was, is) -> showDifferences(table, page));
        return page;
    }

    private void showDifferences(TableView<Difference> table, Tab page) {
        if (!page.isSelected()) {
            table.getItems().clear();
            table.getColumns().clear();
            return;
        }
        List<TableColumn<Difference, ?>> columns = new ArrayList<>();
        columns.add(Tables.text(texts, "column.setting", 220, d -> texts.setting(d.name())));
        for (int n = 0; n < model.chosen().size(); n++) {
            int place = n;
            columns.add(Tables.plain(
                    model.chosen().get(n).title(),
                    150,
                    d -> place < d.texts().size() ? d.texts().get(place) : ""));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(model.differences());
    }

    /** Filled while somebody looks: the best of each value are held against each other. */
    private Tab settingPage() {
        Tab page = Tables.page(texts, "compare.scatter", setting());
        page.selectedProperty().addListener((o, was, is) -> showSetting());
        return page;
    }

    private Node setting() {
        TableView<Group> table = Tables.table("compare-groups", texts, "compare.scatter.empty");
        table.setItems(groups);
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.value", 120, Group::value),
                        Tables.number(texts, "column.runs", 60, Group::runs, Numbers::grouped),
                        Tables.number(texts, "column.mean", 80, Group::mean, Numbers::figure),
                        Tables.number(texts, "column.best", 80, Group::best, Numbers::figure),
                        Tables.text(texts, "column.verdict", 130, g -> model.bestsProperty()
                                .get()
                                .getOrDefault(g.top().id(), ""))));
        model.bestsProperty().addListener((o, was, is) -> table.refresh());
        grouping.setId("compare-grouping");
        grouping.accessibleTextProperty().bind(texts.binding("compare.group"));
        HBox chooser = new HBox(label(texts.binding("compare.group"), "field-label"), grouping);
        chooser.getStyleClass().add("head-row");
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane parts = new SplitPane(new VBox(chooser, table), settingPlace);
        parts.setDividerPositions(0.42);
        return parts;
    }

    /** All runs of the table by the value of one setting, and the metric against it where it is a number. */
    private void showSetting() {
        String name = grouping.getValue();
        String metric = model.metricProperty().get();
        groups.clear();
        settingPlace.getChildren().clear();
        if (name == null || metric == null || !settingPage.isSelected()) {
            return;
        }
        Map<String, List<StoredRun>> byValue = new LinkedHashMap<>();
        for (StoredRun run : model.runs()) {
            String value = Contest.settings(run.spec()).getOrDefault(name, "");
            if (best(run).containsKey(metric) && !value.isEmpty()) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(run);
            }
        }
        byValue.forEach((value, some) -> {
            StoredRun top = some.stream()
                    .max(Comparator.comparingDouble(run -> figure(run, metric)))
                    .orElseThrow();
            double mean = some.stream()
                    .mapToDouble(run -> figure(run, metric))
                    .average()
                    .orElse(Double.NaN);
            groups.add(new Group(value, some.size(), mean, figure(top, metric), top));
        });
        groups.sort(Comparator.comparingDouble(Group::mean).reversed());
        requests.judge(groups.stream().map(Group::top).toList());
        drawSetting(name, metric, byValue);
    }

    /** The metric against the setting: a number on an axis, of words each in its place. */
    private void drawSetting(String name, String metric, Map<String, List<StoredRun>> byValue) {
        List<String> values = groups.stream().map(Group::value).toList();
        boolean numbers = values.stream().allMatch(value -> number(value).isPresent());
        List<Scatter.Point> points = new ArrayList<>();
        byValue.forEach((value, some) -> {
            double x = numbers ? number(value).orElse(Double.NaN) : values.indexOf(value);
            some.forEach(run -> points.add(new Scatter.Point(x, figure(run, metric))));
        });
        if (!points.isEmpty()) {
            Palette palette = theme.get().palette();
            String axis = texts.setting(name);
            settingPlace
                    .getChildren()
                    .setAll(Charts.viewer(
                            numbers
                                    ? Scatter.of(points, axis, metric, false, palette)
                                    : Scatter.of(points, values, axis, metric, palette),
                            texts));
        }
    }

    private static double figure(StoredRun run, String metric) {
        return best(run).getOrDefault(metric, Double.NaN);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Node children() {
        TableView<Child> table = Tables.table("compare-children", texts, "compare.children.empty");
        SortedList<Child> sorted = new SortedList<>(shownChildren);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        masks.onProperty().addListener((o, was, is) -> table.refresh());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.child", 80, child -> masks.user(child.id())),
                        Tables.text(
                                texts,
                                "column.attributes",
                                220,
                                child -> masks.onProperty().get() ? texts.get("child.masked") : child.words()),
                        Tables.number(texts, "column.first", 80, Child::first, Numbers::figure),
                        Tables.number(texts, "column.second", 80, Child::second, Numbers::figure),
                        Tables.number(texts, "column.difference", 90, Child::difference, Numbers::signed)));
        table.setRowFactory(view -> {
            TableRow<Child> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    child.accept(row.getItem().user());
                }
            });
            return row;
        });
        childrenTitle.getStyleClass().add("cell-detail");
        childrenTitle.setWrapText(true);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox side = new VBox(childrenTitle, table);
        side.getStyleClass().add("compare-page");
        SplitPane parts = new SplitPane(side, childrenPlace);
        parts.setDividerPositions(0.6);
        return parts;
    }

    private void showChildren() {
        shownChildren.setPredicate(null);
        sayChildren("");
        childrenPlace.getChildren().clear();
        if (!model.children().isEmpty() && model.standings().size() > 1) {
            List<Scatter.Point> points = model.children().stream()
                    .map(c -> new Scatter.Point(c.second(), c.first()))
                    .toList();
            childrenPlace
                    .getChildren()
                    .setAll(Charts.viewer(
                            Scatter.of(
                                    points,
                                    model.standings().get(1).title(),
                                    model.standings().get(0).title(),
                                    true,
                                    theme.get().palette()),
                            texts));
        }
    }

    private void sayChildren(String within) {
        long gained = shownChildren.stream().filter(c -> c.difference() > 0).count();
        long lost = shownChildren.stream().filter(c -> c.difference() < 0).count();
        boolean two = model.standings().size() > 1 && !model.children().isEmpty();
        childrenTitle.setText(
                two
                        ? within
                                + texts.get(
                                        "compare.children.title",
                                        model.standings().get(0).title(),
                                        model.standings().get(1).title(),
                                        Numbers.grouped(gained),
                                        Numbers.grouped(lost),
                                        Numbers.grouped(shownChildren.size() - gained - lost))
                        : "");
    }

    private Node slices() {
        TableView<Slices.Gap> table = Tables.table("compare-slices", texts, "compare.slices.empty");
        table.setItems(model.slices());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(
                                texts,
                                "column.slice",
                                220,
                                g -> texts.of(g.group().value())),
                        Tables.number(
                                texts,
                                "column.children",
                                80,
                                g -> g.group().members().size(),
                                Numbers::grouped),
                        Tables.number(texts, "column.first", 80, Slices.Gap::first, Numbers::figure),
                        Tables.number(texts, "column.second", 80, Slices.Gap::second, Numbers::figure),
                        Tables.number(texts, "column.difference", 90, Slices.Gap::difference, Numbers::signed),
                        Tables.text(
                                texts,
                                "column.interval",
                                150,
                                g -> Numbers.signed(g.comparison().low()) + " … "
                                        + Numbers.signed(g.comparison().high())),
                        Tables.number(texts, "column.p", 80, Slices.Gap::corrected, CompareView::chance),
                        Tables.text(texts, "column.verdict", 120, g -> verdict(g))));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                Set<Integer> members = Set.copyOf(is.group().members());
                shownChildren.setPredicate(c -> members.contains(c.user()));
                sayChildren(texts.of(is.group().value()) + ". ");
            }
        });
        table.setRowFactory(view -> {
            TableRow<Slices.Gap> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    pages.getSelectionModel().select(4);
                }
            });
            return row;
        });
        Label help = label(texts.binding("compare.slices.help"), "cell-detail");
        help.setMinWidth(0);
        HBox.setHgrow(help, Priority.ALWAYS);
        help.setMaxWidth(Double.MAX_VALUE);
        Button items = Tables.button(texts, "compare-item-slices", "compare.item.slices", requests::groupItems);
        items.setMinWidth(Region.USE_PREF_SIZE);
        items.disableProperty().bind(Bindings.isEmpty(model.slices()).or(model.evaluatingProperty()));
        HBox below = new HBox(help, items);
        below.getStyleClass().add("head-row");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(table, below);
        page.getStyleClass().add("compare-page");
        return page;
    }

    private String verdict(Slices.Gap gap) {
        Significance.Verdict verdict = gap.comparison().verdict(gap.corrected());
        return Verdicts.words(
                texts, verdict, Text.of("verdict." + verdict, gap.comparison().seedsWanted(), model.lacking()));
    }

    /** The table of protocols in words, its head first; empty where none were evaluated. */
    List<List<String>> protocolRows() {
        return protocols.rows();
    }

    /** Puts curves on screen. */
    void showCurves(CrosshairChart chart) {
        Label verdicts = new Label(model.standings().stream()
                .map(standing -> standing.title() + " " + standing.verdict())
                .limit(MOST_VERDICTS)
                .collect(Collectors.joining("  ·  ")));
        verdicts.setId("curve-verdicts");
        verdicts.getStyleClass().add("cell-detail");
        verdicts.setWrapText(true);
        verdicts.setPadding(new Insets(4, 12, 0, 12));
        VBox.setVgrow(chart, Priority.ALWAYS);
        curvesPlace.getChildren().setAll(new VBox(verdicts, chart));
    }

    /** Puts the reason for no curves there. */
    void showNoCurves() {
        curvesPlace.getChildren().setAll(label(texts.binding("compare.verdict.empty"), "empty-text"));
    }

    private void redraw() {
        // Settings' names are of a language.
        runs.getColumns().removeIf(column -> column.getId().startsWith("setting."));
        renew();
        showChildren();
        protocols.show();
    }

    /** The runs of the table in its order with all their settings, a row each, for a file; in no language. */
    List<List<String>> rows() {
        Set<String> metrics = new LinkedHashSet<>();
        runs.getItems().forEach(r -> metrics.addAll(best(r).keySet()));
        Set<String> settings = new LinkedHashSet<>();
        runs.getItems().forEach(r -> settings.addAll(Contest.settings(r.spec()).keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "name", "state", "best_epoch"));
        head.addAll(metrics);
        head.addAll(settings);
        rows.add(head);
        for (StoredRun run : runs.getItems()) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(run.id()),
                    run.label().name(),
                    run.state().name(),
                    run.best().map(b -> Integer.toString(b.epoch())).orElse("")));
            metrics.forEach(m ->
                    row.add(best(run).containsKey(m) ? String.valueOf(best(run).get(m)) : ""));
            settings.forEach(s -> row.add(Contest.settings(run.spec()).getOrDefault(s, "")));
            rows.add(row);
        }
        return rows;
    }
}
