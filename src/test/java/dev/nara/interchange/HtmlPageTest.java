package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
    @TempDir
    private Path folder;

    @Test
    void headsOfNumbersStandAsTheNumbersDo() throws Exception {
        HtmlPage page = new HtmlPage("A page", "", Locale.ENGLISH);
        page.table(List.of("Run", "HR@10", "<State>"));
        page.row(false);
        page.cell("1");
        page.number(".12");
        page.cell("finished");
        page.endTable();
        Path file = folder.resolve("page.html");
        page.write(file);
        String written = Files.readString(file);
        assertTrue(
                written.contains("<table><thead><tr><th>Run<th class=\"n\">HR@10<th>&lt;State&gt;</thead><tr><td>1"
                        + "<td class=\"n\">.12<td>finished</table>"),
                written);
    }
}
