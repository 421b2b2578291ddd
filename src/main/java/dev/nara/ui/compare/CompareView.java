package dev.nara.ui.compare;

import dev.nara.store.StoredRun;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/** The Compare workspace: all runs in a table, and pages about the chosen ones. */
final class CompareView {
    private final CompareModel model;
    private final Texts texts;
    private final Requests requests;
    private final VBox root;
    private final ComparedRunsTable runs;
    private final ProtocolPage protocols;
    private final ChildrenPage children;

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

    CompareView(
            CompareModel model,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser pseudonymiser,
            Requests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        runs = new ComparedRunsTable(model, texts);
        children = new ChildrenPage(model, texts, theme, pseudonymiser);
        protocols = new ProtocolPage(model, texts, theme, requests::evaluate);
        SplitPane split = new SplitPane(runs.node(), pages(theme));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.4);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(head(), message(), split);
        root.setId("compare-workspace");
    }

    Region root() {
        return root;
    }

    ComparedRunsTable runs() {
        return runs;
    }

    ChildrenPage children() {
        return children;
    }

    ProtocolPage protocols() {
        return protocols;
    }

    private Node head() {
        Label title = Labels.whole(texts.binding("workspace.compare"), "workspace-title");
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
        Label named = Labels.whole(texts.binding("compare.metric"), "field-label");
        HBox head = new HBox(title, search, gap, named, metric, save, page);
        head.getStyleClass().add("head-row");
        return head;
    }

    /** Why a part of the comparison is missing; above all pages. */
    private Node message() {
        Label message = Labels.wrapped(model.messageProperty(), "field-problem");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        message.setPadding(new Insets(0, 12, 6, 12));
        return message;
    }

    private TabPane pages(ObjectProperty<Theme> theme) {
        TabPane pages = new TabPane();
        pages.setId("compare-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Runnable openChildren = () -> pages.getSelectionModel().select(children.tab());
        pages.getTabs()
                .addAll(
                        new VerdictPage(model, texts).tab(),
                        new CurvesPage(model, texts, theme).tab(),
                        new DifferencesPage(model, texts).tab(),
                        new SettingPage(model, texts, theme, requests::judge).tab(),
                        children.tab(),
                        new GroupsPage(model, texts, children, requests::groupItems, openChildren).tab(),
                        Tables.page(texts, "compare.protocols", protocols.root()));
        return pages;
    }
}
