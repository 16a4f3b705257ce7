//! Mails through SES to a peer that others wrote: `moto`, which checks
//! signatures as AWS does. docs/contributing/tests.md says how it is installed.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::harness::{Wismo, variables, woocommerce};

const REGION: &str = "eu-north-1";

/// A running moto.
struct Moto {
    child: Child,
    url: String,
    key: String,
}

impl Moto {
    async fn start() -> Self {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = socket.local_addr().unwrap().port().to_string();
        drop(socket);
        let child = Command::new(tool("moto_server"))
            .args(["-H", "127.0.0.1", "-p", &port])
            .env("INITIAL_NO_AUTH_ACTION_COUNT", "4")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("moto is installed as docs/contributing/tests.md says");
        let address = format!("127.0.0.1:{port}");
        let mut moto = Self {
            child,
            url: format!("http://{address}"),
            key: String::new(),
        };
        for _ in 0..600 {
            if std::net::TcpStream::connect(&address).is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let account = Path::new(env!("CARGO_MANIFEST_DIR")).join("moto/account.py");
        let made = Command::new(tool("python"))
            .arg(account)
            .args([moto.url.as_str(), REGION, "orders@north.example"])
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        moto.key = String::from_utf8(made.stdout).unwrap().trim().to_owned();
        moto
    }

    /// The mails that it took, oldest first.
    async fn mails(&self) -> Vec<Value> {
        let data = format!("{}/moto-api/data.json", self.url);
        let data: Value = reqwest::get(data).await.unwrap().json().await.unwrap();
        data["ses"]["Message"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    }

    /// The outcome of a mail that is signed with a key.
    async fn outcome(&self, key: &str) -> Value {
        let mut variables = variables();
        variables.extend(
            [
                ("mail_provider", "ses"),
                ("mail_api_url", &self.url),
                ("mail_api_key", key),
                ("mail_account", REGION),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        let wismo = Wismo::with(variables).await;
        wismo
            .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
            .await;
        let kept = wismo.mail("north:324:1").await;
        wismo.stop().await;
        kept["outcomes"][0]["result"].clone()
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn tool(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    root.join("target/moto/bin").join(name)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs moto: docs/contributing/tests.md"]
async fn moto_takes_what_the_right_key_signs_and_nothing_else() {
    let moto = Moto::start().await;
    let (id, _) = moto.key.split_once(':').unwrap();
    for key in [
        format!("{id}:{}", "x".repeat(40)),
        format!("AKIANOBODY{}", moto.key),
    ] {
        let ending = moto.outcome(&key).await;
        let reason = ending["try_again"]["reason"].as_str().unwrap_or_default();
        assert!(reason.starts_with("SES: 403"), "{ending}");
        assert_eq!(moto.mails().await, Vec::<Value>::new());
    }
    let ending = moto.outcome(&moto.key).await;
    let mails = moto.mails().await;
    assert_eq!(mails.len(), 1, "{ending}");
    assert_eq!(mails[0]["id"], ending["accepted"]["id"]);
    assert!(mails[0]["subject"].as_str().unwrap().contains("324"));
    let to = &mails[0]["destinations"]["ToAddresses"][0];
    assert!(to.as_str().unwrap().contains("ada.nilsen@example.com"));
}
