"""The library: from a folder of seeds to an archive that can be checked. It knows nothing of Pelican."""
