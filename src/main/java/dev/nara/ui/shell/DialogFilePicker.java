package dev.nara.ui.shell;

import dev.nara.data.FileNames;
import dev.nara.ui.common.FilePicker;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Shows the platform's own dialogs. */
final class DialogFilePicker implements FilePicker {
    private final Window owner;

    DialogFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(named(title));
        existing(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> file(String title, Optional<Path> start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(named(title));
        existing(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(named(title));
        chooser.setInitialFileName(FileNames.of(name));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /** The title without the dots by which a menu entry announces a dialog. */
    private static String named(String title) {
        return title.endsWith("…") ? title.substring(0, title.length() - 1) : title;
    }

    private static Optional<File> existing(Optional<Path> folder) {
        return folder.filter(Files::isDirectory).map(Path::toFile);
    }
}
