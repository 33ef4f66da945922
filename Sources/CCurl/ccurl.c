#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>

// Every function that is used, by name: one table to declare the pointers and to fill them.
#define FUNCTIONS(X) \
    X(curl_global_init) \
    X(curl_version_info) \
    X(curl_easy_init) \
    X(curl_easy_cleanup) \
    X(curl_easy_reset) \
    X(curl_easy_strerror) \
    X(curl_easy_setopt) \
    X(curl_easy_getinfo) \
    X(curl_slist_append) \
    X(curl_slist_free_all) \
    X(curl_multi_init) \
    X(curl_multi_cleanup) \
    X(curl_multi_setopt) \
    X(curl_multi_add_handle) \
    X(curl_multi_remove_handle) \
    X(curl_multi_perform) \
    X(curl_multi_poll) \
    X(curl_multi_wakeup) \
    X(curl_multi_info_read)

// The header makes some of these names macros that check types; the pointers take any.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define DECLARE(name) __typeof__(&name) name##_at;
static struct {
    FUNCTIONS(DECLARE)
} curl;

static int state;
static unsigned int version;

static void open_library(void) {
    // The plain name first: distributions also build it with GnuTLS, which serves as well.
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    state = CC_MISSING;
    if (!library) return;
    state = CC_TOO_OLD;
#define FILL(name) \
    if (!(curl.name##_at = (__typeof__(&name))dlsym(library, #name))) return;
    FUNCTIONS(FILL)
    if (curl.curl_global_init_at(CURL_GLOBAL_DEFAULT) != CURLE_OK) return;
    version = curl.curl_version_info_at(CURLVERSION_NOW)->version_num;
    state = CC_OK;
}

int cc_open(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_library);
    return state;
}

unsigned int cc_version(void) { return version; }

CURL *cc_easy_new(void) { return curl.curl_easy_init_at(); }
void cc_easy_free(CURL *easy) { curl.curl_easy_cleanup_at(easy); }
void cc_easy_reset(CURL *easy) { curl.curl_easy_reset_at(easy); }
const char *cc_words(CURLcode code) { return curl.curl_easy_strerror_at(code); }

CURLcode cc_set_long(CURL *easy, CURLoption option, long value) {
    return curl.curl_easy_setopt_at(easy, option, value);
}
CURLcode cc_set_large(CURL *easy, CURLoption option, curl_off_t value) {
    return curl.curl_easy_setopt_at(easy, option, value);
}
CURLcode cc_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl.curl_easy_setopt_at(easy, option, value);
}
CURLcode cc_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl.curl_easy_setopt_at(easy, option, value);
}
CURLcode cc_set_taker(CURL *easy, CURLoption option, curl_write_callback taker) {
    return curl.curl_easy_setopt_at(easy, option, taker);
}
CURLcode cc_set_opener(CURL *easy, curl_opensocket_callback opener) {
    return curl.curl_easy_setopt_at(easy, CURLOPT_OPENSOCKETFUNCTION, opener);
}
CURLcode cc_set_context(CURL *easy, void *context) {
    curl.curl_easy_setopt_at(easy, CURLOPT_WRITEDATA, context);
    curl.curl_easy_setopt_at(easy, CURLOPT_HEADERDATA, context);
    return curl.curl_easy_setopt_at(easy, CURLOPT_OPENSOCKETDATA, context);
}
CURLcode cc_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl.curl_easy_getinfo_at(easy, info, value);
}
CURLcode cc_get_text(CURL *easy, CURLINFO info, const char **value) {
    return curl.curl_easy_getinfo_at(easy, info, value);
}

// libcurl's `addr` is longer than its type says: the whole of an IPv6 address stands there.
int cc_number(const struct curl_sockaddr *peer, unsigned char bytes[16]) {
    const char *at = (const char *)&peer->addr;
    switch (peer->family) {
    case AF_INET: memcpy(bytes, at + offsetof(struct sockaddr_in, sin_addr), 4); return 4;
    case AF_INET6: memcpy(bytes, at + offsetof(struct sockaddr_in6, sin6_addr), 16); return 16;
    default: return 0;
    }
}

struct curl_slist *cc_list_append(struct curl_slist *list, const char *text) {
    return curl.curl_slist_append_at(list, text);
}
void cc_list_free(struct curl_slist *list) { curl.curl_slist_free_all_at(list); }

CURLM *cc_multi_new(long kept_connections) {
    CURLM *multi = curl.curl_multi_init_at();
    if (multi) curl.curl_multi_setopt_at(multi, CURLMOPT_MAXCONNECTS, kept_connections);
    return multi;
}
void cc_multi_free(CURLM *multi) { curl.curl_multi_cleanup_at(multi); }
CURLMcode cc_multi_add(CURLM *multi, CURL *easy) { return curl.curl_multi_add_handle_at(multi, easy); }
CURLMcode cc_multi_remove(CURLM *multi, CURL *easy) { return curl.curl_multi_remove_handle_at(multi, easy); }
CURLMcode cc_multi_perform(CURLM *multi, int *running) { return curl.curl_multi_perform_at(multi, running); }
CURLMcode cc_multi_poll(CURLM *multi, int milliseconds) {
    return curl.curl_multi_poll_at(multi, NULL, 0, milliseconds, NULL);
}
CURLMcode cc_multi_wakeup(CURLM *multi) { return curl.curl_multi_wakeup_at(multi); }

CURL *cc_multi_ended(CURLM *multi, CURLcode *result) {
    int left;
    CURLMsg *message;
    while ((message = curl.curl_multi_info_read_at(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}
