package dev.nara.ui.help;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** A paragraph, heading or cell: wrapped text with links to other pages. */
final class LinkedText extends AbstractVisitor {
    private final TextFlow flow = new TextFlow();
    private final Predicate<String> leads;
    private final Consumer<String> follow;
    private boolean strong;

    private LinkedText(Predicate<String> leads, Consumer<String> follow) {
        this.leads = leads;
        this.follow = follow;
        flow.getStyleClass().add("help-words");
    }

    /**
     * @param leads whether a link's destination can be opened here; other links are shown as text
     * @param follow opens a destination
     */
    static TextFlow of(Node block, Predicate<String> leads, Consumer<String> follow) {
        LinkedText words = new LinkedText(leads, follow);
        words.visitChildren(block);
        return words.flow;
    }

    private void add(String text, String style) {
        Text node = new Text(text);
        node.getStyleClass().addAll("help-text", style);
        flow.getChildren().add(node);
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral(), strong ? "help-strong" : "help-plain");
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), "help-code");
    }

    @Override
    public void visit(Emphasis part) {
        stressed(part);
    }

    @Override
    public void visit(StrongEmphasis part) {
        stressed(part);
    }

    private void stressed(Node part) {
        boolean outer = strong;
        strong = true;
        visitChildren(part);
        strong = outer;
    }

    @Override
    public void visit(SoftLineBreak end) {
        add(" ", "help-plain");
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n", "help-plain");
    }

    @Override
    public void visit(Link link) {
        String destination = link.getDestination();
        if (!leads.test(destination)) {
            visitChildren(link);
            return;
        }
        Hyperlink shown = new Hyperlink(PlainText.of(link).strip());
        shown.getStyleClass().add("help-link");
        shown.setOnAction(e -> follow.accept(destination));
        flow.getChildren().add(shown);
    }
}
