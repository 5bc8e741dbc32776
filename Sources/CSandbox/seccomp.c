/* Seccomp: which calls the kernel refuses. See seccomp(2). */
#include "cs_private.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define FIELD(name) ((uint32_t)offsetof(struct seccomp_data, name))
/* The lower half of an argument, on machines that put it first. */
#define ARGUMENT(number) (FIELD(args) + 8 * (number))

#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define UNLESS(value, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (skip))
#define UNLESS_ANY(bits, skip) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, (skip))
#define REFUSAL(error) (SECCOMP_RET_ERRNO | (error))

#define REFUSE(call) UNLESS(__NR_##call, 1), RETURN(REFUSAL(EPERM))
/* As if the kernel were older: callers then fall back to a call that is judged. */
#define HIDE(call) UNLESS(__NR_##call, 1), RETURN(REFUSAL(ENOSYS))
/* Refused when an argument has one of the bits; the number is loaded again otherwise. */
#define REFUSE_BITS(call, argument, bits)                                             \
  UNLESS(__NR_##call, 4), LOAD(ARGUMENT(argument)), UNLESS_ANY((bits), 1),            \
      RETURN(REFUSAL(EACCES)), RETURN(SECCOMP_RET_ALLOW)
#define REFUSE_VALUE(call, argument, value)                                           \
  UNLESS(__NR_##call, 4), LOAD(ARGUMENT(argument)), UNLESS((value), 1),               \
      RETURN(REFUSAL(EPERM)), LOAD(FIELD(nr))

enum { WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC };

static struct sock_filter filter[] = {
    LOAD(FIELD(arch)),
    UNLESS(ARCHITECTURE, 1),
    BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(FIELD(nr)),
#if defined(__x86_64__)
    /* The 32-bit pointers of x32 number the calls anew. */
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    REFUSE(fork), REFUSE(vfork),
    REFUSE_BITS(open, 1, WRITING),
    REFUSE(creat), REFUSE(unlink), REFUSE(rename), REFUSE(link), REFUSE(symlink), REFUSE(mkdir),
    REFUSE(rmdir), REFUSE(mknod), REFUSE(chmod), REFUSE(chown), REFUSE(lchown),
    REFUSE(renameat), REFUSE(utime), REFUSE(utimes), REFUSE(futimesat),
#endif
    /* Programs and processes; threads are allowed. */
    REFUSE(execve), REFUSE(execveat),
    UNLESS(__NR_clone, 4), LOAD(ARGUMENT(0)), UNLESS_ANY(CLONE_THREAD, 1),
    RETURN(SECCOMP_RET_ALLOW), RETURN(REFUSAL(EPERM)),
    HIDE(clone3), REFUSE(ptrace), REFUSE(process_vm_readv), REFUSE(process_vm_writev),
    REFUSE(pidfd_open), REFUSE(pidfd_getfd), REFUSE(pidfd_send_signal),
    /* The network. */
    REFUSE(socket), REFUSE(socketpair), REFUSE(connect), REFUSE(bind), REFUSE(listen),
    REFUSE(accept), REFUSE(accept4),
    /* Files. */
    REFUSE_BITS(openat, 2, WRITING),
    HIDE(openat2), REFUSE(unlinkat), REFUSE(renameat2), REFUSE(linkat), REFUSE(symlinkat),
    REFUSE(mkdirat), REFUSE(mknodat), REFUSE(fchmod), REFUSE(fchmodat), REFUSE(fchown),
    REFUSE(fchownat), REFUSE(truncate), REFUSE(ftruncate), REFUSE(fallocate), REFUSE(utimensat),
    REFUSE(setxattr), REFUSE(lsetxattr), REFUSE(fsetxattr), REFUSE(memfd_create),
    REFUSE(open_by_handle_at),
    /* The machine. */
    REFUSE(mount), REFUSE(umount2), REFUSE(pivot_root), REFUSE(chroot), REFUSE(unshare),
    REFUSE(setns), REFUSE(bpf), REFUSE(perf_event_open), REFUSE(userfaultfd), HIDE(io_uring_setup),
    REFUSE(init_module), REFUSE(finit_module), REFUSE(kexec_load), REFUSE(reboot), REFUSE(swapon),
    REFUSE(keyctl), REFUSE(add_key), REFUSE(request_key), REFUSE(quotactl), REFUSE(acct),
    REFUSE(setuid), REFUSE(setgid), REFUSE(setreuid), REFUSE(setregid), REFUSE(setresuid),
    REFUSE(setresgid), REFUSE(setgroups), REFUSE(capset),
    /* What is typed into the terminal as if somebody had. */
    REFUSE_VALUE(ioctl, 1, TIOCSTI), REFUSE_VALUE(ioctl, 1, TIOCLINUX),
    RETURN(SECCOMP_RET_ALLOW),
};

bool cs_seccomp(void) {
  struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
  return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

#else

bool cs_seccomp(void) { return false; }

#endif
