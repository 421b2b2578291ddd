package dev.nara.ui.compare;

import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.compare.CompareModel.Difference;
import dev.nara.ui.compare.CompareModel.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
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

    /** The place of the children's page. */
    private static final int CHILDREN = 4;

    private final CompareModel model;
    private final Texts texts;
    private final Requests requests;
    private final SplitPane split = new SplitPane();
    private final VBox root;
    private final RunTable runs;
    private final ProtocolPage protocols;
    private final ChildrenPage children;
    private final SettingPage settings;
    private final StackPane curvesPlace = new StackPane();
    private final TabPane pages = new TabPane();

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

    CompareView(CompareModel model, Texts texts, ObjectProperty<Theme> theme, Pseudonymiser masks, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        runs = new RunTable(model, texts);
        settings = new SettingPage(model, texts, theme, requests::judge);
        children = new ChildrenPage(model, texts, theme, masks);
        protocols = new ProtocolPage(model, texts, theme, requests::evaluate);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().addAll(runs.node(), pages());
        split.setDividerPositions(0.4);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(head(), message(), split);
        root.setId("compare-workspace");
    }

    Region root() {
        return root;
    }

    RunTable runs() {
        return runs;
    }

    ChildrenPage children() {
        return children;
    }

    private void openChildren() {
        pages.getSelectionModel().select(CHILDREN);
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

    private Node head() {
        Label title = label(texts.binding("workspace.compare"), "workspace-title");
        CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
        search.setId("compare-search");
        search.promptTextProperty().bind(texts.binding("compare.search"));
        search.setPrefWidth(320);
        search.textProperty().addListener((o, was, is) -> runs.find(is));
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

    static Label label(ObservableValue<String> text, String style) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String percent(Number share) {
        return Double.isNaN(share.doubleValue()) ? "" : Numbers.percent(share.doubleValue(), 0);
    }

    static String chance(Number p) {
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
                        settings.tab(),
                        children.tab(),
                        new SlicesPage(model, texts, children, requests::groupItems, this::openChildren).tab(),
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
        WhenVisible showing = new WhenVisible(page.selectedProperty(), () -> showDifferences(table));
        model.differences().addListener((ListChangeListener<Difference>) change -> showing.due());
        return page;
    }

    private void showDifferences(TableView<Difference> table) {
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
}
