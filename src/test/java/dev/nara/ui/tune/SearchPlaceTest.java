package dev.nara.ui.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SearchPlaceTest {
    private final List<String> said = new ArrayList<>();
    private final StringProperty cluster = new SimpleStringProperty("");
    private boolean installed = true;

    @SuppressWarnings("NullAway.Init")
    private Hyperlink link;

    @SuppressWarnings("NullAway.Init")
    private Label label;

    @Start
    void open(Stage stage) {
        Texts texts = new Texts(Locale.ENGLISH);
        Layers layers = new Layers(stage);
        Dialogs dialogs = new Dialogs(layers, texts);
        SearchPlace place = new SearchPlace(dialogs, texts, said::add, cluster, () -> {
            if (!installed) {
                throw new DataException(Text.of("on.no.jar"), Text.of("on.no.jar.remedy", "NARA_SPARK_JAR"));
            }
        });
        link = place.link();
        label = place.label();
        layers.cover(new VBox(link, label));
        stage.setScene(new Scene(layers, 640, 400));
        stage.show();
    }

    /** Presses the line and picks an answer by its place. */
    private void pick(int answer) {
        OnFx.begin(link::fire);
        OnFx.await("it asks", () -> OnFx.present("#dialog-pick-yes"));
        OnFx.run(() -> OnFx.find(".dialog-card .list-view", ListView.class)
                .getSelectionModel()
                .select(answer));
        OnFx.begin(OnFx.find("#dialog-pick-yes", Button.class)::fire);
    }

    private void address(String typed) {
        OnFx.await("it asks for the address", () -> OnFx.present("#dialog-ask-yes"));
        OnFx.run(() -> OnFx.find(".dialog-card .text-field", TextField.class).setText(typed));
        OnFx.begin(OnFx.find("#dialog-ask-yes", Button.class)::fire);
    }

    @Test
    void theClusterIsNamedWhereASearchBeginsAndInTheStatusLineUntilThisComputerTrainsAgain() {
        assertEquals("This computer", OnFx.get(link::getText));
        assertFalse(OnFx.get(label::isVisible));
        pick(1);
        address(" spark://first:7077 ");
        OnFx.await("it is said", () -> said.size() == 1);
        assertEquals("spark://first:7077", OnFx.get(cluster::get));
        assertEquals("Spark cluster spark://first:7077", OnFx.get(link::getText));
        assertEquals("Searches on spark://first:7077", OnFx.get(label::getText));
        assertTrue(OnFx.get(label::isVisible));
        pick(0);
        OnFx.await("it is said", () -> said.size() == 2);
        assertEquals(List.of("Trials run on: Spark cluster spark://first:7077", "Trials run on: This computer"), said);
        assertFalse(OnFx.get(label::isVisible));
    }

    @Test
    void withoutWhatGivesAClusterItsWorkThisComputerStays() {
        installed = false;
        pick(1);
        address("spark://first:7077");
        OnFx.await("the reason is shown", () -> OnFx.present("Close"));
        assertEquals("This computer", OnFx.get(link::getText));
        assertEquals(List.of(), said);
    }
}
