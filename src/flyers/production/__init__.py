"""Many pieces: builds, kits and the files of whole sites."""
