#pragma once
#include <archive.h>
#include <archive_entry.h>

/* Macros with casts are not imported into Swift. */
static const unsigned int cornerman_ae_ifmt = AE_IFMT;
static const unsigned int cornerman_ae_ifreg = AE_IFREG;
static const unsigned int cornerman_ae_ifdir = AE_IFDIR;
static const unsigned int cornerman_ae_iflnk = AE_IFLNK;
