package dev.nara.data.read.mind;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lines with the id, category, subcategory and title of a news item; further cells are ignored. */
final class NewsFile {
    private static final int READ = 4;

    private final Map<String, String[]> byId = new HashMap<>();

    private NewsFile() {}

    /** The content of a file; empty if there is no file. */
    static NewsFile of(Optional<DataFile> file) throws DataException {
        NewsFile news = new NewsFile();
        if (file.isPresent()) {
            TextLines.forEach(file.get(), Progress.NONE, (line, number) -> {
                String[] cells = line.split("\t", READ + 1);
                if (cells.length >= READ) {
                    news.byId.putIfAbsent(
                            cells[0].strip(), new String[] {cells[1].strip(), cells[2].strip(), cells[3].strip()});
                }
            });
        }
        return news;
    }

    String category(String id) {
        return cell(id, 0);
    }

    String subcategory(String id) {
        return cell(id, 1);
    }

    String title(String id) {
        return cell(id, 2);
    }

    private String cell(String id, int cell) {
        String[] found = byId.get(id);
        return found == null ? "" : found[cell];
    }
}
