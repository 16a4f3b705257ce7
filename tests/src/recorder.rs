//! A mail API that records what it is sent, for the end-to-end tests.
//!
//! It plays the sending endpoint of one API on a port of its own. It refuses
//! whatever the API's documentation forbids, and a few things that Wismo has no
//! reason to send (an unknown field, a mail without a plain part). It lives on a
//! thread of the test's process, so that its memory, and with it Resend's
//! idempotency keys, survives every restart of Wismo.
//!
//! ```no_run
//! use wismo::recorder::{Api, Fault, Recorder};
//!
//! let mails = Recorder::start(Api::Resend)?;
//! mails.script([Fault::ResetBeforeAnswer]);
//! // ... start Wismo with mail_api_url = mails.url() and the settings of Api::Resend
//! assert_eq!(mails.accepted().len(), 1);
//! assert!(mails.refused().is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```

mod address;
mod api;
mod aws;
mod brevo;
mod call;
mod fault;
mod file;
mod form;
mod mailgun;
mod mailjet;
mod mailpit;
mod mailtrap;
mod memory;
mod multipart;
mod party;
mod postmark;
mod resend;
mod scaleway;
mod sendgrid;
mod server;
mod ses;
mod sparkpost;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tokio::net::TcpSocket;
use tokio::sync::oneshot;

pub use api::Api;
pub use fault::Fault;
pub use memory::{Accepted, File};

use memory::Memory;

/// The secret part of the key that the recorder expects: [`Api::key`].
pub const KEY: &str = "re_recorder_key";

/// A running mail API; it ends when it is dropped.
#[derive(Debug)]
pub struct Recorder {
    api: Api,
    address: SocketAddr,
    memory: Arc<Memory>,
    /// A socket that is bound, so that the port stays ours, but not listening, so that
    /// connections are refused.
    refusing: Option<TcpSocket>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Recorder {
    /// Starts to listen on a free port of this machine.
    ///
    /// # Errors
    /// When no port, or no thread, can be had.
    pub fn start(api: Api) -> io::Result<Self> {
        let socket = bind((Ipv4Addr::LOCALHOST, 0).into())?;
        let mut recorder = Self {
            api,
            address: socket.local_addr()?,
            memory: Arc::default(),
            refusing: Some(socket),
            stop: None,
            thread: None,
        };
        recorder.open()?;
        Ok(recorder)
    }

    /// Refuses every connection from now on, but does not forget anything.
    ///
    /// # Errors
    /// When a second socket for its port cannot be had.
    pub fn refuse(&mut self) -> io::Result<()> {
        // Before the port is free, lest somebody else takes it.
        let socket = bind(self.address)?;
        self.end();
        self.refusing = Some(socket);
        Ok(())
    }

    /// Listens again.
    ///
    /// # Errors
    /// When a thread cannot be had.
    pub fn open(&mut self) -> io::Result<()> {
        let Some(socket) = self.refusing.take() else {
            return Ok(());
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            socket.listen(1024)?
        };
        let (stop, stopped) = oneshot::channel();
        let (api, memory) = (self.api, Arc::clone(&self.memory));
        let thread = thread::Builder::new()
            .name("recorder".to_owned())
            .spawn(move || runtime.block_on(server::serve(listener, api, memory, stopped)))?;
        (self.stop, self.thread) = (Some(stop), Some(thread));
        Ok(())
    }

    fn end(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// The address of the recorder: the setting `mail_api_url`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The mails that it took, oldest first.
    #[must_use]
    pub fn accepted(&self) -> Vec<Accepted> {
        self.memory.accepted()
    }

    /// The mails that it took about the order with this number, oldest first.
    #[must_use]
    pub fn accepted_for(&self, number: &str) -> Vec<Accepted> {
        let mut mails = self.memory.accepted();
        mails.retain(|mail| mail.subject.split_whitespace().any(|word| word == number));
        mails
    }

    /// The reasons why it refused what it was sent, oldest first. The answers of a
    /// script do not count.
    #[must_use]
    pub fn refused(&self) -> Vec<String> {
        self.memory.refused()
    }

    /// The most requests that were under way at one moment.
    #[must_use]
    pub fn most_at_once(&self) -> usize {
        self.memory.most_under_way()
    }

    /// Sets the faults of the next requests, one each, after those that are still to
    /// come. Then it behaves again.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.memory.script(faults);
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.end();
    }
}

/// Binds a port of this machine; the same port again works while its last connections end.
fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.set_reuseport(true)?;
    socket.bind(address)?;
    Ok(socket)
}

#[cfg(test)]
mod tests;
