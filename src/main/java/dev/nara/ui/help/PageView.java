package dev.nara.ui.help;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** A page as nodes, one per block: text lines of readable length, wider tables and pictures, and code that can be copied. */
final class PageView extends AbstractVisitor {
    private static final double PICTURE = 700;
    private static final double CODE_LINE = 18;
    private static final double CODE_EDGES = 20;
    private static final int LONG_LINE = 96;

    private final Predicate<String> leads;
    private final Consumer<String> follow;
    private final Map<String, Node> anchors = new HashMap<>();
    private final List<String> names;
    private VBox box = new VBox();
    private int headings;

    private PageView(Guide.Page page, Predicate<String> leads, Consumer<String> follow) {
        this.leads = leads;
        this.follow = follow;
        this.names = page.sections().stream().map(Guide.Section::anchor).toList();
    }

    /** The node of a page, and the nodes of its headings by anchor. */
    record Shown(Region node, Map<String, Node> anchors) {}

    static Shown of(Guide.Page page, Predicate<String> leads, Consumer<String> follow) {
        PageView view = new PageView(page, leads, follow);
        view.box.getStyleClass().add("help-page");
        view.visitChildren(page.document());
        return new Shown(view.box, view.anchors);
    }

    private TextFlow words(org.commonmark.node.Node block) {
        return LinkedText.of(block, leads, follow);
    }

    private void add(Node node) {
        box.getChildren().add(node);
    }

    /** The blocks within another block, in a box of their own. */
    private VBox inside(org.commonmark.node.Node parent, String style) {
        VBox outer = box;
        VBox inner = new VBox();
        inner.getStyleClass().add(style);
        box = inner;
        visitChildren(parent);
        box = outer;
        return inner;
    }

    @Override
    public void visit(Heading heading) {
        TextFlow title = words(heading);
        title.getStyleClass().addAll("help-heading", "help-heading-" + Math.min(heading.getLevel(), 3));
        if (heading.getParent() instanceof org.commonmark.node.Document) {
            anchors.put(names.get(headings++), title);
        }
        add(title);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            picture(image);
        } else {
            TextFlow text = words(paragraph);
            text.getStyleClass().add("help-paragraph");
            add(text);
        }
    }

    private void picture(Image image) {
        String file = image.getDestination().substring(image.getDestination().lastIndexOf('/') + 1);
        InputStream in = PageView.class.getResourceAsStream("/help/images/" + file);
        if (in == null) {
            return;
        }
        ImageView shown = new ImageView(new javafx.scene.image.Image(in));
        shown.setPreserveRatio(true);
        shown.setSmooth(true);
        shown.setFitWidth(PICTURE);
        shown.setAccessibleText(PlainText.of(image));
        VBox frame = new VBox(shown);
        frame.getStyleClass().add("help-picture");
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        add(frame);
    }

    @Override
    public void visit(BulletList list) {
        list(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    private void list(ListBlock list, int first) {
        VBox items = new VBox();
        items.getStyleClass().add("help-list");
        int number = first;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(first == 0 ? "•" : number++ + ".");
            mark.getStyleClass().add("help-mark");
            VBox blocks = inside(item, "help-item");
            HBox.setHgrow(blocks, Priority.ALWAYS);
            items.getChildren().add(new HBox(mark, blocks));
        }
        add(items);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String literal) {
        String text = literal.stripTrailing();
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("help-block");
        boolean wide = text.lines().anyMatch(line -> line.length() > LONG_LINE);
        double height = text.lines().count() * CODE_LINE + CODE_EDGES + (wide ? CODE_LINE : 0);
        area.setMinHeight(height);
        area.setPrefHeight(height);
        area.setMaxHeight(height);
        add(area);
    }

    @Override
    public void visit(BlockQuote quote) {
        add(inside(quote, "help-quote"));
    }

    @Override
    public void visit(ThematicBreak line) {
        add(new Separator());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            add(PageTable.of(table, this::words));
        }
    }
}
