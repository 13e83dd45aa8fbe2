#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/* Macros with casts are not imported into Swift. */
static const unsigned int cornerman_ae_ifmt = AE_IFMT;
static const unsigned int cornerman_ae_ifreg = AE_IFREG;
static const unsigned int cornerman_ae_ifdir = AE_IFDIR;
static const unsigned int cornerman_ae_iflnk = AE_IFLNK;

/* libarchive converts names to the thread's locale, and loses what that cannot hold. These two put a UTF-8 one in its
   place on this thread alone, and the old one back. */
static inline locale_t cornerman_utf8_begin(void) {
    static locale_t utf8 = (locale_t)0;
    locale_t made = __atomic_load_n(&utf8, __ATOMIC_ACQUIRE);
    if (made == (locale_t)0) {
        made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
        if (made == (locale_t)0) made = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
        locale_t none = (locale_t)0;
        if (made != (locale_t)0 &&
            !__atomic_compare_exchange_n(&utf8, &none, made, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
            freelocale(made);
            made = none;
        }
    }
    return uselocale(made);
}
static inline void cornerman_utf8_end(locale_t before) { uselocale(before); }
