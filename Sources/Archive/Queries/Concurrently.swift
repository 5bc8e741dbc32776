import Glibc

/// Does the parts of a work side by side, the first one on this thread, and waits for all.
///
/// Not a dispatch queue: once one of those has had something to do, its library wakes up each second
/// for as long as the program runs.
func concurrently(_ parts: Int, _ work: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(work) { work in
    let threads = (1..<max(1, parts)).map { part in
      (part: part, thread: thread { work(part) })
    }
    work(0)
    for (part, thread) in threads {
      // Where the system has no thread to give, the work is done here.
      if let thread { pthread_join(thread, nil) } else { work(part) }
    }
  }
}

private func thread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  let owned = Unmanaged.passRetained(Work(run: work))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { owned in
      guard let owned else { return nil }
      Unmanaged<Work>.fromOpaque(owned).takeRetainedValue().run()
      return nil
    }, owned.toOpaque())
  guard code == 0 else {
    owned.release()
    return nil
  }
  return thread
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
