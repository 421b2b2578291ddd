package dev.nara.ui.compare;

import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/** The pages behind the comparison: runs by the value of a setting, all groups, the children of a group, figures under all protocols. */
final class ComparePages {
    private final CompareModel model;
    private final Texts texts;
    private final Runnable back;
    private final ComparedRunsTable runs;
    private final ChildrenPage children;
    private final ProtocolPage protocols;
    private final BooleanProperty childrenSeen = new SimpleBooleanProperty();
    private final BooleanProperty settingsSeen = new SimpleBooleanProperty();
    private final Region settings;
    private final Region groups;
    private final Region ofChildren;
    private final Region figures;

    /** {@code back} leaves the open page. */
    ComparePages(
            CompareModel model, Frame frame, Pseudonymiser pseudonymiser, CompareRequests requests, Runnable back) {
        this.model = model;
        this.texts = frame.texts();
        this.back = back;
        runs = new ComparedRunsTable(model, texts);
        children = new ChildrenPage(model, texts, frame.theme(), pseudonymiser, childrenSeen);
        protocols = new ProtocolPage(model, texts, frame.theme(), requests::evaluate);
        SettingPage bySetting = new SettingPage(model, texts, frame.theme(), requests::judge, settingsSeen);
        SplitPane both = new SplitPane(runs.node(), bySetting.root());
        both.setOrientation(Orientation.VERTICAL);
        settings = page("compare.by.setting", both, search(), save(requests));
        GroupsPage ofGroups = new GroupsPage(model, texts, children, requests::groupItems, this::showChildren);
        groups = page("compare.all.groups", ofGroups.root());
        ofChildren = page("compare.children", children.root());
        figures = page("compare.protocols", protocols.root());
    }

    ComparedRunsTable runs() {
        return runs;
    }

    ChildrenPage childrenPage() {
        return children;
    }

    ProtocolPage protocols() {
        return protocols;
    }

    /** None of the pages is visible any more. */
    void close() {
        childrenSeen.set(false);
        settingsSeen.set(false);
    }

    Node settings() {
        settingsSeen.set(true);
        return settings;
    }

    Node groups() {
        return groups;
    }

    Node protocolFigures() {
        return figures;
    }

    /** The page of a group's children; {@code name} is that of the group. */
    Node children(String name, Set<Integer> users) {
        childrenSeen.set(true);
        children.within(name, users);
        return ofChildren;
    }

    /** Goes from the groups to the children of the selected one. */
    private void showChildren() {
        childrenSeen.set(true);
        if (groups.getParent() instanceof Pane place) {
            place.getChildren().setAll(ofChildren);
        }
    }

    private Region page(String key, Region content, Node... more) {
        Button leave = Icons.button("compare-back", Feather.ARROW_LEFT, texts.binding("compare.back"), back);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(leave, Labels.whole(texts.binding(key), "page-title"), gap);
        head.getChildren().addAll(more);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(head, content);
        page.getStyleClass().addAll("page", "compare-page");
        return page;
    }

    private Node search() {
        CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
        search.setId("compare-search");
        search.promptTextProperty().bind(texts.binding("compare.search"));
        search.accessibleTextProperty().bind(texts.binding("compare.search"));
        search.setPrefWidth(320);
        search.textProperty().addListener((o, was, is) -> runs.find(is));
        return search;
    }

    private Node save(CompareRequests requests) {
        Button save = Tables.button(texts, "compare-export", "compare.export", requests::table);
        save.disableProperty().bind(Bindings.isEmpty(model.runs()));
        return save;
    }
}
