/* SPDX-License-Identifier: MIT */
/*
 * little - a file system of a folder's files that gives and takes a few bytes at a time:
 *
 *     little FOLDER PLACE [poor]      mounts it at PLACE, says "ready", and serves until it is unmounted
 *
 * It speaks the kernel's own protocol (linux/fuse.h), so that no library is needed; only root may mount it.  Files are
 * read and written past the page cache (FOPEN_DIRECT_IO), where the kernel hands a short answer on as it is; a folder
 * is read entry by entry.  A poor one has no links and cannot be asked to rename without replacing, as many have not.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_NODES = 10000, PATH_BYTES = 1000, REQUEST_BYTES = 1 << 17, MOST_WRITE = 1 << 16 };

/* The path of each node below the folder; "" is the folder itself, null what is gone. */
static char *nodes[MOST_NODES];
static uint64_t n_nodes;
static int folder, device;
static bool is_poor;

static void give_up(const char *what)
{
	perror(what);
	exit(1);
}

/* 1, 2, 3, ... 61 bytes, and again. */
static size_t little(size_t n)
{
	static unsigned turn;
	size_t most = 1 + turn++ % 61;

	return n < most ? n : most;
}

/* ---- paths and nodes */

static uint64_t node_at(const char *path)
{
	for (uint64_t i = 1; i <= n_nodes; i++)
		if (nodes[i] && strcmp(nodes[i], path) == 0)
			return i;
	if (n_nodes + 1 == MOST_NODES)
		give_up("too many files");
	nodes[++n_nodes] = strdup(path);
	return n_nodes;
}

static const char *path_at(uint64_t node)
{
	return node > n_nodes || !nodes[node] ? "gone/" : nodes[node];
}

static const char *at(uint64_t node)
{
	return *path_at(node) ? path_at(node) : ".";
}

static const char *child(uint64_t node, const char *name, char out[PATH_BYTES])
{
	const char *above = path_at(node);

	snprintf(out, PATH_BYTES, "%s%s%s", above, *above ? "/" : "", name);
	return out;
}

/* What is at `path`, and below, is from now on at `to`; nowhere where that is null. */
static void move(const char *path, const char *to)
{
	size_t n = strlen(path);
	char moved[2 * PATH_BYTES];

	for (uint64_t i = 2; i <= n_nodes; i++) {
		if (!nodes[i] || strncmp(nodes[i], path, n) != 0 ||
		    (nodes[i][n] && nodes[i][n] != '/'))
			continue;
		snprintf(moved, sizeof(moved), "%s%s", to ? to : "", nodes[i] + n);
		free(nodes[i]);
		nodes[i] = to ? strdup(moved) : NULL;
	}
}

/* ---- answers */

static void answer(const struct fuse_in_header *in, int error, const void *bytes, size_t n)
{
	struct fuse_out_header head = {.len = (uint32_t)(sizeof(head) + (error ? 0 : n)),
				       .error = -error,
				       .unique = in->unique};
	struct iovec parts[] = {{&head, sizeof(head)}, {(void *)(uintptr_t)bytes, error ? 0 : n}};

	/* who asked may be gone by now */
	if (writev(device, parts, 2) < 0 && errno != ENOENT)
		give_up("answer");
}

/* `status` is what a call gave: 0, or -1 with errno. */
static void answer_status(const struct fuse_in_header *in, int status)
{
	answer(in, status == 0 ? 0 : errno, NULL, 0);
}

static struct fuse_attr about(const struct stat *is, uint64_t node)
{
	return (struct fuse_attr){.ino = node,
				  .size = (uint64_t)is->st_size,
				  .blocks = (uint64_t)is->st_blocks,
				  .atime = (uint64_t)is->st_atim.tv_sec,
				  .mtime = (uint64_t)is->st_mtim.tv_sec,
				  .ctime = (uint64_t)is->st_ctim.tv_sec,
				  .atimensec = (uint32_t)is->st_atim.tv_nsec,
				  .mtimensec = (uint32_t)is->st_mtim.tv_nsec,
				  .ctimensec = (uint32_t)is->st_ctim.tv_nsec,
				  .mode = is->st_mode,
				  .nlink = (uint32_t)is->st_nlink,
				  .uid = is->st_uid,
				  .gid = is->st_gid,
				  .blksize = 4096};
}

/* False, with errno, where nothing is there. */
static bool make_entry(const char *path, struct fuse_entry_out *out)
{
	struct stat is;

	*out = (struct fuse_entry_out){0};
	if (fstatat(folder, path, &is, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	out->nodeid = node_at(path);
	out->attr = about(&is, out->nodeid);
	return true;
}

static void answer_entry(const struct fuse_in_header *in, int status, const char *path)
{
	struct fuse_entry_out entry;
	bool is_there = status == 0 && make_entry(path, &entry);

	answer(in, is_there ? 0 : errno, &entry, sizeof(entry));
}

/* Of an open file, which may have no name any more, by its descriptor. */
static void answer_attr(const struct fuse_in_header *in, bool has_fh, uint64_t fh)
{
	struct stat is;
	int status = has_fh ? fstat((int)fh, &is)
			    : fstatat(folder, at(in->nodeid), &is, AT_SYMLINK_NOFOLLOW);
	struct fuse_attr_out out = {0};

	if (status == 0)
		out.attr = about(&is, in->nodeid);
	answer(in, status == 0 ? 0 : errno, &out, sizeof(out));
}

/* ---- requests */

static void init(const struct fuse_in_header *in, const struct fuse_init_in *asked)
{
	struct fuse_init_out out = {.major = FUSE_KERNEL_VERSION,
				    .minor = 31,
				    .max_readahead = asked->max_readahead,
				    .max_background = 16,
				    .congestion_threshold = 12,
				    .max_write = MOST_WRITE,
				    .time_gran = 1};

	answer(in, 0, &out, sizeof(out));
}

static void set_attr(const struct fuse_in_header *in, const struct fuse_setattr_in *to)
{
	const char *path = at(in->nodeid);
	bool has_fh = (to->valid & FATTR_FH) != 0;
	struct timespec times[2] = {{(time_t)to->atime, to->atimensec},
				    {(time_t)to->mtime, to->mtimensec}};
	int fd = has_fh ? (int)to->fh : -1, status = 0;

	times[0].tv_nsec = to->valid & FATTR_ATIME_NOW ? UTIME_NOW
			   : to->valid & FATTR_ATIME   ? times[0].tv_nsec
						       : UTIME_OMIT;
	times[1].tv_nsec = to->valid & FATTR_MTIME_NOW ? UTIME_NOW
			   : to->valid & FATTR_MTIME   ? times[1].tv_nsec
						       : UTIME_OMIT;
	if (to->valid & FATTR_MODE)
		status |= has_fh ? fchmod(fd, to->mode & 07777)
				 : fchmodat(folder, path, to->mode & 07777, 0);
	if (to->valid & (FATTR_UID | FATTR_GID))
		status |=
			fchownat(folder, path, to->valid & FATTR_UID ? to->uid : (uid_t)-1,
				 to->valid & FATTR_GID ? to->gid : (gid_t)-1, AT_SYMLINK_NOFOLLOW);
	if (to->valid & FATTR_SIZE) {
		int file = has_fh ? dup(fd) : openat(folder, path, O_WRONLY | O_CLOEXEC);

		status |= file < 0 ? -1 : ftruncate(file, (off_t)to->size);
		close(file);
	}
	if (to->valid & (FATTR_ATIME | FATTR_MTIME))
		status |= has_fh ? futimens(fd, times)
				 : utimensat(folder, path, times, AT_SYMLINK_NOFOLLOW);
	if (status != 0)
		answer(in, errno ? errno : EIO, NULL, 0);
	else
		answer_attr(in, has_fh, to->fh);
}

static void open_file(const struct fuse_in_header *in, uint32_t flags)
{
	int fd = openat(folder, at(in->nodeid),
			(int)(flags & (O_ACCMODE | O_APPEND | O_TRUNC)) | O_CLOEXEC);
	struct fuse_open_out out = {.fh = (uint64_t)fd, .open_flags = FOPEN_DIRECT_IO};

	answer(in, fd < 0 ? errno : 0, &out, sizeof(out));
}

static void create(const struct fuse_in_header *in, const struct fuse_create_in *asked)
{
	char path[PATH_BYTES];
	int fd = openat(folder, child(in->nodeid, (const char *)(asked + 1), path),
			(int)(asked->flags & (O_ACCMODE | O_APPEND | O_TRUNC | O_EXCL)) | O_CREAT |
				O_CLOEXEC,
			asked->mode);
	struct {
		struct fuse_entry_out entry;
		struct fuse_open_out open;
	} out = {.open = {.fh = (uint64_t)fd, .open_flags = FOPEN_DIRECT_IO}};

	answer(in, fd >= 0 && make_entry(path, &out.entry) ? 0 : errno, &out, sizeof(out));
}

static void read_file(const struct fuse_in_header *in, const struct fuse_read_in *asked)
{
	char bytes[64];
	ssize_t n = pread((int)asked->fh, bytes, little(asked->size), (off_t)asked->offset);

	answer(in, n < 0 ? errno : 0, bytes, (size_t)n);
}

static void write_file(const struct fuse_in_header *in, const struct fuse_write_in *asked)
{
	ssize_t n = pwrite((int)asked->fh, asked + 1, little(asked->size), (off_t)asked->offset);
	struct fuse_write_out out = {.size = (uint32_t)n};

	answer(in, n < 0 ? errno : 0, &out, sizeof(out));
}

static void open_folder(const struct fuse_in_header *in)
{
	int fd = openat(folder, at(in->nodeid), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = fd < 0 ? NULL : fdopendir(fd);
	struct fuse_open_out out = {.fh = (uint64_t)(uintptr_t)entries};

	answer(in, entries ? 0 : errno, &out, sizeof(out));
}

static void read_folder(const struct fuse_in_header *in, const struct fuse_read_in *asked)
{
	DIR *entries = (DIR *)(uintptr_t)asked->fh;
	const struct dirent *entry;
	struct {
		struct fuse_dirent head;
		char name[256 + 8];
	} out = {0};

	seekdir(entries, (long)asked->offset);
	entry = readdir(entries);
	if (entry) {
		out.head = (struct fuse_dirent){.ino = entry->d_ino,
						.off = (uint64_t)telldir(entries),
						.namelen = (uint32_t)strlen(entry->d_name),
						.type = entry->d_type};
		strcpy((char *)&out + FUSE_NAME_OFFSET, entry->d_name);
	}
	answer(in, 0, &out, entry ? FUSE_DIRENT_SIZE(&out.head) : 0);
}

static void rename_file(const struct fuse_in_header *in, uint64_t to_node, unsigned flags,
			const char *name)
{
	char from[PATH_BYTES], to[PATH_BYTES];
	int status;

	child(in->nodeid, name, from);
	child(to_node, name + strlen(name) + 1, to);
	status = renameat2(folder, from, folder, to, flags);
	if (status == 0 && !(flags & RENAME_EXCHANGE)) {
		move(to, NULL);
		move(from, to);
	}
	answer_status(in, status);
}

static void remove_file(const struct fuse_in_header *in, const char *name, int flags)
{
	char path[PATH_BYTES];
	int status = unlinkat(folder, child(in->nodeid, name, path), flags);

	if (status == 0)
		move(path, NULL);
	answer_status(in, status);
}

static void read_link(const struct fuse_in_header *in)
{
	char target[PATH_BYTES];
	ssize_t n = readlinkat(folder, at(in->nodeid), target, sizeof(target));

	answer(in, n < 0 ? errno : 0, target, (size_t)n);
}

static void stat_all(const struct fuse_in_header *in)
{
	struct statvfs is;
	int status = fstatvfs(folder, &is);
	struct fuse_statfs_out out = {.st = {.blocks = is.f_blocks,
					     .bfree = is.f_bfree,
					     .bavail = is.f_bavail,
					     .files = is.f_files,
					     .ffree = is.f_ffree,
					     .bsize = (uint32_t)is.f_bsize,
					     .namelen = 255,
					     .frsize = (uint32_t)is.f_frsize}};

	answer(in, status == 0 ? 0 : errno, &out, sizeof(out));
}

/* What changes names. */
static bool serve_names(const struct fuse_in_header *in, const void *what)
{
	const struct fuse_mkdir_in *made = what;
	const struct fuse_rename_in *renamed = what;
	const struct fuse_rename2_in *renamed2 = what;
	const struct fuse_link_in *linked = what;
	const char *name = what;
	char path[PATH_BYTES];

	switch (in->opcode) {
	case FUSE_LOOKUP: answer_entry(in, 0, child(in->nodeid, name, path)); return true;
	case FUSE_MKDIR:
		child(in->nodeid, (const char *)(made + 1), path);
		answer_entry(in, mkdirat(folder, path, made->mode), path);
		return true;
	case FUSE_UNLINK: remove_file(in, name, 0); return true;
	case FUSE_RMDIR: remove_file(in, name, AT_REMOVEDIR); return true;
	case FUSE_RENAME:
		rename_file(in, renamed->newdir, 0, (const char *)(renamed + 1));
		return true;
	case FUSE_RENAME2:
		if (is_poor)
			return false;
		rename_file(in, renamed2->newdir, renamed2->flags, (const char *)(renamed2 + 1));
		return true;
	case FUSE_LINK:
		child(in->nodeid, (const char *)(linked + 1), path);
		errno = EPERM;
		answer_entry(in,
			     is_poor ? -1
				     : linkat(folder, path_at(linked->oldnodeid), folder, path, 0),
			     path);
		return true;
	case FUSE_SYMLINK:
		child(in->nodeid, name, path);
		errno = EPERM;
		answer_entry(in, is_poor ? -1 : symlinkat(name + strlen(name) + 1, folder, path),
			     path);
		return true;
	default: return false;
	}
}

static bool serve_files(const struct fuse_in_header *in, const void *what)
{
	const struct fuse_getattr_in *asked = what;
	const struct fuse_release_in *released = what;
	const struct fuse_fsync_in *synced = what;

	switch (in->opcode) {
	case FUSE_GETATTR:
		answer_attr(in, (asked->getattr_flags & FUSE_GETATTR_FH) != 0, asked->fh);
		return true;
	case FUSE_SETATTR: set_attr(in, what); return true;
	case FUSE_READLINK: read_link(in); return true;
	case FUSE_OPEN: open_file(in, ((const struct fuse_open_in *)what)->flags); return true;
	case FUSE_CREATE: create(in, what); return true;
	case FUSE_READ: read_file(in, what); return true;
	case FUSE_WRITE: write_file(in, what); return true;
	case FUSE_FSYNC: answer_status(in, fsync((int)synced->fh)); return true;
	case FUSE_RELEASE: answer_status(in, close((int)released->fh)); return true;
	case FUSE_OPENDIR: open_folder(in); return true;
	case FUSE_READDIR: read_folder(in, what); return true;
	case FUSE_RELEASEDIR:
		answer_status(in, closedir((DIR *)(uintptr_t)released->fh));
		return true;
	default: return false;
	}
}

static void serve(const struct fuse_in_header *in, const void *what)
{
	switch (in->opcode) {
	case FUSE_INIT: init(in, what); return;
	case FUSE_FORGET:
	case FUSE_BATCH_FORGET:
	case FUSE_INTERRUPT: return; /* nobody waits for an answer */
	case FUSE_STATFS: stat_all(in); return;
	case FUSE_FLUSH:
	case FUSE_FSYNCDIR:
	case FUSE_DESTROY: answer(in, 0, NULL, 0); return;
	default:
		if (!serve_names(in, what) && !serve_files(in, what))
			answer(in, ENOSYS, NULL, 0);
	}
}

int main(int argc, char **argv)
{
	static _Alignas(8) char request[REQUEST_BYTES];
	char options[100];

	if (argc < 3)
		return 2;
	is_poor = argc > 3 && strcmp(argv[3], "poor") == 0;
	umask(0);
	node_at("");
	folder = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
	if (folder < 0 || device < 0)
		give_up(folder < 0 ? argv[1] : "/dev/fuse");
	snprintf(options, sizeof(options),
		 "fd=%d,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions",
		 device);
	if (mount("little", argv[2], "fuse.little", MS_NOSUID | MS_NODEV, options) != 0)
		give_up("mount");
	puts("ready");
	fflush(stdout);
	for (;;) {
		ssize_t n = read(device, request, sizeof(request));

		if (n > 0)
			serve((const struct fuse_in_header *)request,
			      request + sizeof(struct fuse_in_header));
		else if (errno != EINTR && errno != EAGAIN && errno != ENOENT)
			return errno == ENODEV ? 0 : 1; /* ENODEV: unmounted */
	}
}
