package dev.nara.data.prepare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.Recipe;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Recipes as JSON files, each next to its data. */
public final class RecipeFile {
    private static final String SUFFIX = ".recipe.json";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private RecipeFile() {}

    /** The path for the recipe of a dataset: inside a folder, or next to a file, also for a part of that file. */
    public static Path beside(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        for (Path file = whole.getParent(); file != null; file = file.getParent()) {
            if (Files.isRegularFile(file)) {
                String part = file.relativize(whole).toString().replaceAll("[/\\\\]", ".");
                return file.resolveSibling(file.getFileName() + "." + part + SUFFIX);
            }
        }
        return Files.isDirectory(whole)
                ? whole.resolve("nara" + SUFFIX)
                : whole.resolveSibling(whole.getFileName() + SUFFIX);
    }

    /** The file of the recipe next to the data, if any; for a folder without its own recipe, that of the only file in it that has one. */
    public static Optional<Path> of(Path data) throws DataException {
        Path file = beside(data);
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        List<Path> ofFiles = Files.isDirectory(data) ? ofFilesIn(data) : List.of();
        return ofFiles.size() == 1 ? Optional.of(ofFiles.get(0)) : Optional.empty();
    }

    /** The table in a folder to which a recipe belongs; empty for the recipe of the folder itself. */
    public static Optional<Path> tableIn(Path folder, Path recipe) {
        Path whole = folder.toAbsolutePath().normalize();
        String name = String.valueOf(recipe.getFileName());
        Path table = recipe.resolveSibling(name.substring(0, Math.max(0, name.length() - SUFFIX.length())));
        boolean inside = whole.equals(recipe.toAbsolutePath().normalize().getParent());
        return inside && Files.isDirectory(folder) && Files.isRegularFile(table)
                ? Optional.of(table)
                : Optional.empty();
    }

    private static List<Path> ofFilesIn(Path folder) throws DataException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(RecipeFile::beside).filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw DataException.unreadable(folder, e);
        }
    }

    /** The recipe next to the data, if any. */
    public static Optional<Recipe> find(Path data) throws DataException {
        Optional<Path> file = of(data);
        return file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
    }

    /** The path for the recipe of a dataset in the workspace, if it must not be next to the data. */
    public static Path kept(Path workspace, Path data) {
        String place = data.toAbsolutePath().normalize().toString();
        String name = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)) + SUFFIX;
        return workspace.resolve("recipes").resolve(name);
    }

    /** The recipe next to the data, otherwise the one in the workspace; empty if there is neither. */
    public static Optional<Recipe> find(Path data, Path workspace) throws DataException {
        Optional<Recipe> beside = find(data);
        Path own = kept(workspace, data);
        return beside.isPresent() || !Files.isRegularFile(own) ? beside : Optional.of(read(own));
    }

    /** Reads a recipe; values that the file leaves out get their defaults. */
    public static Recipe read(Path file) throws DataException {
        try {
            JsonElement written = JsonParser.parseString(InputFile.text(file));
            Recipe recipe = GSON.fromJson(written, Recipe.class);
            if (recipe == null) {
                throw new DataException(file, Text.of("recipe.broken"), Text.of("recipe.broken.remedy"));
            }
            checkNames(file, written.getAsJsonObject(), GSON.toJsonTree(recipe).getAsJsonObject());
            return recipe;
        } catch (RuntimeException e) {
            throw new DataException(file, Text.of("recipe.broken"), Text.of("recipe.broken.remedy"));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /** Throws on unknown names: a misspelt setting would have no effect. */
    private static void checkNames(Path file, JsonObject written, JsonObject known) throws DataException {
        for (String name : written.keySet()) {
            JsonElement inside = known.get(name);
            if (inside == null) {
                throw new DataException(
                        file,
                        Text.of("recipe.name", name),
                        Text.of("recipe.name.remedy", String.join(", ", known.keySet())));
            }
            if (inside.isJsonObject()) {
                checkNames(file, written.getAsJsonObject(name), inside.getAsJsonObject());
            }
        }
    }

    /** Writes a recipe atomically. */
    public static void write(Path file, Recipe recipe) throws IOException {
        AtomicFile.write(file, out -> out.write(text(recipe).getBytes(StandardCharsets.UTF_8)));
    }

    /** The content of a recipe's file. */
    public static String text(Recipe recipe) {
        return GSON.toJson(recipe) + "\n";
    }
}
