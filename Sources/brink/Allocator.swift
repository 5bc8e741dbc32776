import Glibc

/// What glibc's allocator does with memory that is free again.
enum Allocator {
  // `M_MMAP_THRESHOLD` and `M_TRIM_THRESHOLD` of <malloc.h>, a header that Swift's Glibc module
  // leaves out.
  private static let mapThreshold: CInt = -3
  private static let trimThreshold: CInt = -1
  private static let kibibyte: CInt = 1024

  /// Makes large blocks go back to the system as soon as they are freed.
  ///
  /// Left alone, the allocator raises the bound above which it does so to the largest block
  /// that it has seen: a dashboard that stays open for weeks would hold its highest peak, and
  /// more with each. A frame of the screen, made anew at every key, stays below the bound, and
  /// twice as much at the end of the heap is kept: a frame given back would be taken again, page
  /// by page, at the next key. Best effort: an allocator without `mallopt` is left as it is.
  static func returnLargeBlocks() {
    guard let address = dlsym(nil, "mallopt") else { return }
    let set = unsafeBitCast(address, to: (@convention(c) (CInt, CInt) -> CInt).self)
    _ = set(mapThreshold, 512 * kibibyte)
    _ = set(trimThreshold, 1024 * kibibyte)
  }
}
