package dev.nara.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that nobody but their owner can read, whatever the user's usual permissions are: what the program keeps is
 * about children.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFiles() {}

    /** What a new file is made with. */
    public static FileAttribute<?>[] ofFile() {
        return attributes("rw-------");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes a folder and those above it where they are missing; those that are there stay as they are. */
    public static void createFolder(Path folder) throws IOException {
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder, attributes("rwx------"));
        if (fresh && !POSIX) {
            // What is made in it inherits that.
            close(folder);
        }
    }

    /** The same of the folder that a file lies in. */
    public static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            createFolder(folder);
        }
    }

    /** Makes an empty file where there is none. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ofFile());
        } catch (FileAlreadyExistsException e) {
            // It is there.
        }
    }

    /**
     * Opens a file that the program keeps, to lock or to change it.
     *
     * @throws IOException if it cannot be opened; also where a pipe or a device stands in its place, which would hold it up
     */
    public static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        if (Destination.isStream(file)) {
            throw new IOException(file + " is no file");
        }
        return FileChannel.open(file, options);
    }

    /** Whether others than its owner may do anything with a file or a folder, as far as the file system tells. */
    public static boolean isOpen(Path path) throws IOException {
        return POSIX
                && !Collections.disjoint(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS), OTHERS)
                && !Files.isSymbolicLink(path);
    }

    /** Takes what is there away from everybody but its owner; nothing where it is another user's, or the file system cannot. */
    public static void close(Path path) throws IOException {
        try {
            closeOwn(path);
        } catch (FileSystemException e) {
            // Not before: the log's own folder is made here, before anything is logged.
            LoggerFactory.getLogger(PrivateFiles.class).info("{} stays as it is", path, e);
        }
    }

    private static void closeOwn(Path path) throws IOException {
        if (POSIX) {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            if (now.removeAll(OTHERS)) {
                Files.setPosixFilePermissions(path, now);
            }
            return;
        }
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(
                            Files.isDirectory(path)
                                    ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                    : EnumSet.noneOf(AclEntryFlag.class))
                    .build()));
        }
    }

    /** The permissions of a file that another is to take the place of; none where it is new or the file system has none. */
    static void likeOld(Path old, Path replacing) throws IOException {
        if (POSIX && Files.exists(old)) {
            Files.setPosixFilePermissions(replacing, Files.getPosixFilePermissions(old));
        }
    }
}
