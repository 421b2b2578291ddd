package dev.nara.data.prepare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recipes as files of JSON, each beside the data it is for. */
public final class RecipeFile {
    private static final String SUFFIX = ".recipe.json";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private RecipeFile() {}

    /** Where the recipe of a dataset belongs: inside a folder, beside a file. */
    public static Path beside(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        return Files.isDirectory(whole)
                ? whole.resolve("nara" + SUFFIX)
                : whole.resolveSibling(whole.getFileName() + SUFFIX);
    }

    /** The recipe that lies beside the data, if there is one. */
    public static Optional<Recipe> find(Path data) throws DataException {
        Path file = beside(data);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Reads a recipe; what the file leaves out is as usual. */
    public static Recipe read(Path file) throws DataException {
        try {
            Recipe recipe = GSON.fromJson(Files.readString(file), Recipe.class);
            if (recipe != null) {
                return recipe;
            }
            throw new DataException(file, Text.of("recipe.broken", ""), Text.of("recipe.broken.remedy"));
        } catch (JsonParseException e) {
            throw new DataException(
                    file, Text.of("recipe.broken", String.valueOf(e.getMessage())), Text.of("recipe.broken.remedy"));
        } catch (IOException e) {
            throw new DataException(
                    file,
                    Text.of("data.file.unreadable", String.valueOf(e.getMessage())),
                    Text.of("data.file.unreadable.remedy"));
        }
    }

    /** Writes a recipe, whole or not at all. */
    public static void write(Path file, Recipe recipe) throws IOException {
        AtomicFile.write(file, out -> out.write((GSON.toJson(recipe) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
