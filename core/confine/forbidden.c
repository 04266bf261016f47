/* SPDX-License-Identifier: MIT */
#include "confine/forbidden.h"

#include <errno.h>
#include <seccomp.h>

#define NO(call)                      \
	{                             \
		SCMP_SYS(call), EPERM \
	} /* as for want of a right */
#define NO_WAY(call)                   \
	{                              \
		SCMP_SYS(call), EACCES \
	} /* as on a read-only system */
#define NOT_HERE(call)                 \
	{                              \
		SCMP_SYS(call), ENOSYS \
	} /* as on an older kernel: a library then does without */

/* Later than the libseccomp of Debian 12; the numbers from 424 on are the same on every architecture but alpha. */
#define LATER(number)          \
	{                      \
		number, ENOSYS \
	}

/* clang-format off */
const struct forbidden forbidden[] = {
	/* sockets */
	NO(socket), NO(socketpair), NO(socketcall), NO(connect), NO(bind), NO(listen), NO(accept),
	NO(accept4), NO(sendto), NO(sendmsg), NO(sendmmsg), NO(recvfrom), NO(recvmsg),
	NO(recvmmsg), NO(shutdown),

	/* programs and processes; threads are made by clone(), which clone3() falls back to */
	NO(execve), NO(execveat), NO(fork), NO(vfork),
	NOT_HERE(clone3),

	/* other processes: their memory, descriptors, priority, group */
	NO(ptrace), NO(process_vm_readv), NO(process_vm_writev), NO(kcmp), NO(pidfd_getfd),
	NO(pidfd_send_signal), NO(setsid), NO(setpgid), NO(setpriority), NO(sched_setscheduler),
	NO(sched_setparam), NO(sched_setattr), NO(sched_setaffinity), NO(ioprio_set),
	NO(migrate_pages), NO(move_pages),
	NOT_HERE(pidfd_open), NOT_HERE(process_madvise), NOT_HERE(process_mrelease),

	/* files: made, removed, renamed */
	NO_WAY(creat), NO_WAY(mkdir), NO_WAY(mkdirat), NO_WAY(mknod), NO_WAY(mknodat),
	NO_WAY(rmdir), NO_WAY(unlink), NO_WAY(unlinkat), NO_WAY(rename), NO_WAY(renameat),
	NO_WAY(renameat2), NO_WAY(link), NO_WAY(linkat), NO_WAY(symlink), NO_WAY(symlinkat),
	NO_WAY(truncate), NO_WAY(truncate64),

	/* files: rights, owner, times, attributes */
	NO(chmod), NO(fchmod), NO(fchmodat), NO(chown), NO(fchown), NO(lchown), NO(fchownat),
	NO(chown32), NO(fchown32), NO(lchown32), NO(utime), NO(utimes), NO(futimesat),
	NO(utimensat), NO(utimensat_time64), NO(setxattr), NO(lsetxattr), NO(fsetxattr),
	NO(removexattr), NO(lremovexattr), NO(fremovexattr),

	/* what would open a file past the rules for open() */
	NOT_HERE(openat2), NOT_HERE(open_tree), NOT_HERE(name_to_handle_at),
	NOT_HERE(open_by_handle_at),

	/* namespaces and mounts */
	NO(unshare), NO(setns), NO(mount), NO(umount), NO(umount2), NO(pivot_root), NO(chroot),
	NO(fsopen), NO(fsmount), NO(fsconfig), NO(fspick), NO(move_mount), NO(mount_setattr),
	NO(quotactl), NO(quotactl_fd), NO(swapon), NO(swapoff),

	/* keys */
	NO(add_key), NO(request_key), NO(keyctl),

	/* large doors of the kernel that few need */
	NOT_HERE(io_uring_setup), NOT_HERE(io_uring_enter), NOT_HERE(io_uring_register),
	NOT_HERE(io_setup), NOT_HERE(io_submit), NOT_HERE(bpf), NOT_HERE(perf_event_open),
	NOT_HERE(userfaultfd), NOT_HERE(fanotify_init), NOT_HERE(fanotify_mark),
	NOT_HERE(lookup_dcookie), NOT_HERE(vmsplice),

	/* memory and queues that others see */
	NO(shmget), NO(shmat), NO(shmctl), NO(shmdt), NO(semget), NO(semop), NO(semctl),
	NO(semtimedop), NO(msgget), NO(msgsnd), NO(msgrcv), NO(msgctl), NO(ipc), NO(mq_open),
	NO(mq_unlink), NO(mq_notify),
	NOT_HERE(memfd_create), NOT_HERE(memfd_secret),

	/* what only an administrator may, whoever runs this */
	NO(acct), NO(adjtimex), NO(clock_adjtime), NO(clock_settime), NO(clock_settime64),
	NO(settimeofday), NO(stime), NO(sethostname), NO(setdomainname), NO(reboot),
	NO(kexec_load), NO(kexec_file_load), NO(init_module), NO(finit_module), NO(delete_module),
	NO(iopl), NO(ioperm), NO(syslog), NO(vhangup), NO(personality), NO(nfsservctl),
	NO(setuid), NO(setgid), NO(setreuid), NO(setregid), NO(setresuid), NO(setresgid),
	NO(setgroups), NO(setfsuid), NO(setfsgid), NO(setuid32), NO(setgid32), NO(setreuid32),
	NO(setregid32), NO(setresuid32), NO(setresgid32), NO(setgroups32),

	/* fchmodat2, setxattrat, removexattrat, open_tree_attr, file_setattr */
	LATER(452), LATER(463), LATER(466), LATER(467), LATER(469),
};
/* clang-format on */

const size_t forbidden_n = sizeof(forbidden) / sizeof(forbidden[0]);
